package dev.touchstone.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Touchstone.class.getPackage().getImplementationVersion();
        return new String[] {"touchstone " + (version == null ? "not packaged" : version)};
    }
}

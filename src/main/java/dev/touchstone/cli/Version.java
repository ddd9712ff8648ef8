package dev.touchstone.cli;

import dev.touchstone.base.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"touchstone " + Versions.touchstone()};
    }
}

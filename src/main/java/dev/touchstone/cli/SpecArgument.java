package dev.touchstone.cli;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.ReadSpec;
import dev.touchstone.study.SpecFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A spec file and the values that the command line sets on top of it. */
final class SpecArgument {
    @Parameters(paramLabel = "SPEC", description = "Spec file of a study.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Fixes a hyperparameter, such as learning-rate=0.01. May come several times.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    Overrides overrides(@Nullable Integer trials, @Nullable Long seed) {
        return new Overrides(set, trials, seed);
    }

    /** Reads the spec under the overrides and tells its warnings. */
    ReadSpec read(Overrides overrides, PrintWriter warnings) {
        ReadSpec read = SpecFile.read(file, overrides, classPath.entries());
        read.warnings().forEach(warnings::println);
        return read;
    }

    /** Where classes of the user's are. */
    ClassPath classPath() {
        return classPath.entries();
    }
}

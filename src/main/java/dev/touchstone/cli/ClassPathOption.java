package dev.touchstone.cli;

import dev.touchstone.data.factory.ClassPath;
import picocli.CommandLine.Option;

/** Where classes of the user's are, for commands that need what they make. */
final class ClassPathOption {
    @Option(
            names = "--classpath",
            paramLabel = "JARS_OR_FOLDERS",
            description = "Where the classes are that the spec names, parted as Java's class path is.")
    private String classPath = "";

    /** @throws dev.touchstone.base.UserError when an entry is neither a jar nor a folder */
    ClassPath entries() {
        return ClassPath.parse(classPath);
    }
}

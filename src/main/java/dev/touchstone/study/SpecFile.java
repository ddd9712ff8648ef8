package dev.touchstone.study;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecText;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study's spec file. */
public final class SpecFile {
    private SpecFile() {}

    /**
     * Reads a spec whose data files must be there.
     *
     * @throws dev.touchstone.spec.SpecException with everything that is wrong with the file or the overrides
     */
    public static ReadSpec read(Path file, Overrides overrides) {
        return read(file, overrides, ClassPath.NONE);
    }

    /** The same, of a spec whose data may come from a class of the user's. */
    public static ReadSpec read(Path file, Overrides overrides, ClassPath classPath) {
        return new StudySpecReader(file, overrides, Files::exists, classPath).read(SpecText.read(file));
    }

    /**
     * Reads a spec that was read before, from the text that was kept. Its data files may be gone.
     *
     * @param pretendedFile what messages call the text, and what paths are relative to
     * @throws dev.touchstone.spec.SpecException with everything that is wrong
     */
    public static ReadSpec parse(String text, Path pretendedFile, Overrides overrides) {
        return parse(text, pretendedFile, overrides, ClassPath.NONE);
    }

    /** The same, of a spec whose networks may be made by a class of the user's. */
    static ReadSpec parse(String text, Path pretendedFile, Overrides overrides, ClassPath classPath) {
        return new StudySpecReader(pretendedFile, overrides, file -> true, classPath).read(text);
    }
}

package dev.touchstone.study;

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
        return new StudySpecReader(file, overrides, Files::exists).read(SpecText.read(file));
    }

    /**
     * Reads a spec that was read before, from the text that was kept. Its data files may be gone.
     *
     * @param pretendedFile what messages call the text, and what paths are relative to
     * @throws dev.touchstone.spec.SpecException with everything that is wrong
     */
    public static ReadSpec parse(String text, Path pretendedFile, Overrides overrides) {
        return new StudySpecReader(pretendedFile, overrides, file -> true).read(text);
    }
}

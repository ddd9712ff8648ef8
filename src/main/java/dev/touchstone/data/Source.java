package dev.touchstone.data;

import java.nio.file.Path;

/** Where rows come from. Paths are absolute; a file whose name ends in {@code .gz} is read through gzip. */
public sealed interface Source {
    /**
     * Comma-separated values with a header line; every column but the label holds numbers.
     *
     * @param label the column whose values are the classes
     */
    record Csv(Path file, String label) implements Source {}

    /** IDX files as MNIST uses: unsigned bytes of any rank, and one label byte a row. */
    record Idx(Path images, Path labels) implements Source {}
}

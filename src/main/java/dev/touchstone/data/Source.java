package dev.touchstone.data;

import java.nio.file.Path;

/** Where rows come from. Paths are absolute; a file whose name ends in {@code .gz} is read through gzip. */
public sealed interface Source {
    /** The file or folder that says which classes there are. */
    Path labels();

    /**
     * Comma-separated values with a header line.
     *
     * @param label the column whose values are to be predicted
     * @param table what the other columns hold, where the spec says so
     */
    record Csv(Path file, String label, TableSpec table) implements Source {
        /** A table whose cells say what they are, none of them missing. */
        public Csv(Path file, String label) {
            this(file, label, TableSpec.DEFAULT);
        }

        @Override
        public Path labels() {
            return file;
        }
    }

    /** IDX files as MNIST uses: unsigned bytes of any rank, and one label byte a row. */
    record Idx(Path images, Path labels) implements Source {}

    /** PNG and JPEG files of one size: a folder for each class, named as the class is. */
    record Images(Path folder) implements Source {
        @Override
        public Path labels() {
            return folder;
        }
    }

    /**
     * Train and validation as {@code touchstone seal} wrote them; they are divided and encoded, and the sealed test split
     * is beside them.
     */
    record Shared(Path file) implements Source {
        private static final String SEALED_TEST = "test.sealed";

        @Override
        public Path labels() {
            return file;
        }

        /** Where the test split is sealed. */
        public Path sealedTest() {
            return file.resolveSibling(SEALED_TEST);
        }
    }
}

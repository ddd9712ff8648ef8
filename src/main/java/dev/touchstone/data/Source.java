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
     * Windows over one long series, to forecast it; in a CSV file with a line for each moment, in any order.
     *
     * @param value the column of what is observed and to be forecast
     * @param length values in a window
     * @param horizon steps from a window's last value to the one that is to be forecast
     * @param missing what becomes of moments without a value: refused, or gaps that no window touches
     */
    record Windows(Path file, SpecColumn time, SpecColumn value, int length, int horizon, MissingCells missing)
            implements Source {
        @Override
        public Path labels() {
            return file;
        }
    }

    /**
     * Many series of as many steps each, a row each; in a CSV file with a line for each step, in any order.
     *
     * @param series the column that says which series a line is of
     * @param time the column that orders the steps of a series
     * @param label the column whose value, the same all through a series, is to be predicted
     * @param table which of the other columns are left out, and what the label is for
     */
    record Sequences(Path file, SpecColumn series, SpecColumn time, SpecColumn label, TableSpec table)
            implements Source {
        @Override
        public Path labels() {
            return file;
        }
    }
}

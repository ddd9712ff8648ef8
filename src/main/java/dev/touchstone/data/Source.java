package dev.touchstone.data;

import dev.touchstone.data.factory.UserFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rows come from. Paths are absolute; a file whose name ends in {@code .gz} is read through gzip. */
public sealed interface Source {
    /** What messages about the labels as a whole begin with: the file, folder or class that has them. */
    String labelled();

    /**
     * Comma-separated values with a header line.
     *
     * @param labels the column whose values are to be predicted; or several that each say whether a row has the label that
     *     they are named after
     * @param table what the other columns hold, where the spec says so
     */
    record Csv(Path file, List<String> labels, TableSpec table) implements Source {
        /** A table with one column to be predicted. */
        public Csv(Path file, String label, TableSpec table) {
            this(file, List.of(label), table);
        }

        /** A table whose cells say what they are, none of them missing. */
        public Csv(Path file, String label) {
            this(file, label, TableSpec.DEFAULT);
        }

        @Override
        public String labelled() {
            return file.toString();
        }
    }

    /** IDX files as MNIST uses: unsigned bytes of any rank, and one label byte a row. */
    record Idx(Path images, Path labels) implements Source {
        @Override
        public String labelled() {
            return labels.toString();
        }
    }

    /** PNG and JPEG files of one size: a folder for each class, named as the class is. */
    record Images(Path folder) implements Source {
        @Override
        public String labelled() {
            return folder.toString();
        }
    }

    /**
     * What a user's own factory of iterators gives, read to its end once.
     *
     * @param task what its labels are for; null when they are to tell
     */
    record Iterator(UserFactory factory, Task.@Nullable Kind task) implements Source {
        @Override
        public String labelled() {
            return factory.className();
        }
    }

    /**
     * Rows that come divided: a source of its own for train and for one or both of the other splits, all of one kind.
     *
     * @param parts train's first
     */
    record Parts(List<Part> parts) implements Source {
        /**
         * The rows of one split.
         *
         * @param split one of {@link Split#NAMES}
         */
        public record Part(String split, Source source) {}

        @Override
        public String labelled() {
            return first().labelled();
        }

        /** That of train. */
        public Source first() {
            return parts.get(0).source();
        }

        /** Those that have a part. */
        List<String> splits() {
            return parts.stream().map(Part::split).toList();
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
        public String labelled() {
            return file.toString();
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
        public String labelled() {
            return file.toString();
        }
    }

    /**
     * Train and validation as {@code touchstone seal} wrote them; they are divided and encoded, and the sealed test split
     * is beside them.
     */
    record Shared(Path file) implements Source {
        private static final String SEALED_TEST = "test.sealed";

        @Override
        public String labelled() {
            return file.toString();
        }

        /** Where the test split is sealed. */
        public Path sealedTest() {
            return file.resolveSibling(SEALED_TEST);
        }
    }
}

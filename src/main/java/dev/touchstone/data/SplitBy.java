package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import dev.touchstone.spec.Nearest;
import java.util.Optional;

/** What decides which split a row is in. */
public sealed interface SplitBy {
    /** The column that decides; none when chance does. It is no feature unless the spec's columns say so. */
    Optional<SpecColumn> column();

    /** What was expected of a cell of that column, when the cell is something else. */
    default Optional<String> expectedInsteadOf(String cell) {
        return Optional.empty();
    }

    /** Adds what tells this from every other way to the split's identity. */
    void addTo(Sha256 identity);

    /**
     * Each row by itself, at random.
     *
     * @param stratify whether each class is divided by the shares
     */
    record Chance(boolean stratify) implements SplitBy {
        @Override
        public Optional<SpecColumn> column() {
            return Optional.empty();
        }

        @Override
        public void addTo(Sha256 identity) {
            identity.add(stratify ? 1 : 0);
        }
    }

    /** All rows of one value together, at random. */
    record Group(SpecColumn named) implements SplitBy {
        @Override
        public Optional<SpecColumn> column() {
            return Optional.of(named);
        }

        @Override
        public void addTo(Sha256 identity) {
            identity.add("group").add(named.name());
        }
    }

    /**
     * The oldest rows to train, the newest to test.
     *
     * @param gap rows left out before validation and again before test, not negative
     */
    record Time(SpecColumn named, int gap) implements SplitBy {
        @Override
        public Optional<SpecColumn> column() {
            return Optional.of(named);
        }

        @Override
        public Optional<String> expectedInsteadOf(String cell) {
            return Moment.parse(cell).isPresent() ? Optional.empty() : Optional.of(Moment.EXPECTED);
        }

        @Override
        public void addTo(Sha256 identity) {
            identity.add("time").add(named.name()).add(gap);
        }
    }

    /**
     * Each row as the part of the source says that it is in; splits without a part are drawn from train's rows, at random.
     *
     * @param stratify whether each class is divided by the shares
     */
    record Parts(boolean stratify) implements SplitBy {
        @Override
        public Optional<SpecColumn> column() {
            return Optional.empty();
        }

        @Override
        public void addTo(Sha256 identity) {
            identity.add("parts").add(stratify ? 1 : 0);
        }
    }

    /** Each row as its cell says: {@code train}, {@code validation} or {@code test}. */
    record Given(SpecColumn named) implements SplitBy {
        @Override
        public Optional<SpecColumn> column() {
            return Optional.of(named);
        }

        @Override
        public Optional<String> expectedInsteadOf(String cell) {
            return Split.NAMES.contains(cell)
                    ? Optional.empty()
                    : Optional.of("train, validation or test" + Nearest.hint(cell, Split.NAMES));
        }

        @Override
        public void addTo(Sha256 identity) {
            identity.add("column").add(named.name());
        }
    }
}

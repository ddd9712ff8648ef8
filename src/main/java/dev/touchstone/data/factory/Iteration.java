package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * One way through what a factory made.
 *
 * @param made an iterator, if all is well
 */
record Iteration(@Nullable Object made, UserCode code) {
    /**
     * Goes to the end.
     *
     * @return names of the labels; none when the iterator knows none
     */
    List<String> read(Consumer<Batch> batches) {
        if (!(made instanceof DataSetIterator iterator)) {
            throw new UserError(code.className() + ": get() gave "
                    + (made == null ? "null" : "a " + made.getClass().getName()) + ", expected a "
                    + DataSetIterator.class.getName());
        }
        for (int number = 1; code.run("hasNext()", iterator::hasNext); number++) {
            BatchReader reader = new BatchReader(code.className(), number);
            batches.accept(code.run("batch " + number, () -> reader.read(iterator.next())));
        }
        return labels(iterator);
    }

    /** DL4J's own iterators throw here when they know none, or give null. */
    private static List<String> labels(DataSetIterator iterator) {
        try {
            List<String> names = iterator.getLabels();
            return names == null ? List.of() : List.copyOf(names);
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}

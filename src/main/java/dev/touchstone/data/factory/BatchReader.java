package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Copies one batch of ND4J's, which stays the iterator's own.
 *
 * @param number of the batch, from 1
 */
record BatchReader(String className, int number) {
    /** @throws UserError when the batch is not rows of features with one row of labels each */
    Batch read(@Nullable DataSet batch) {
        if (batch == null) {
            throw refused("found null, expected a DataSet");
        }
        INDArray features = batch.getFeatures();
        INDArray labels = batch.getLabels();
        if (features == null || labels == null || features.isEmpty() || labels.isEmpty()) {
            throw refused("found no " + (features == null || features.isEmpty() ? "features" : "labels")
                    + ", expected rows of features with a row of labels each");
        }
        if (batch.hasMaskArrays()) {
            throw refused("found a mask array, which Touchstone does not know yet; expected rows of full length");
        }
        if (features.rank() < 2) {
            throw refused("found features of shape " + Arrays.toString(features.shape())
                    + ", expected a row for each example, [examples, …]");
        }
        if (labels.rank() > 2) {
            throw refused("found labels of shape " + Arrays.toString(labels.shape())
                    + ", expected one row for each example, [examples, labels]");
        }
        if (labels.size(0) != features.size(0)) {
            throw refused("found " + labels.size(0) + " rows of labels, expected " + features.size(0)
                    + " as there are of features");
        }
        return new Batch(
                number,
                Arrays.stream(features.shape())
                        .skip(1)
                        .mapToObj(Math::toIntExact)
                        .toList(),
                numbers(features),
                Math.toIntExact(labels.length() / labels.size(0)),
                numbers(labels));
    }

    private static float[] numbers(INDArray array) {
        try (INDArray copy = array.castTo(DataType.FLOAT).dup('c')) {
            return copy.data().asFloat();
        }
    }

    private UserError refused(String what) {
        return new UserError(className + ": batch " + number + ": " + what);
    }
}

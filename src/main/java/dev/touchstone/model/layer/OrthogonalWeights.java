package dev.touchstone.model.layer;

import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.util.StdConverter;

/**
 * A random orthogonal matrix (Saxe et al. 2014): rows, or columns where these are fewer, are orthonormal, and of a kernel
 * each filter is a row. It is drawn here because the natives' QR decomposition of 1.0.0-M2.1, which DL4J draws it by,
 * reads beyond its array: the process crashes or never comes back. In JSON it is DL4J's own, so that a network can be read
 * without Touchstone.
 */
@JsonSerialize(converter = OrthogonalWeights.AsDl4jHasIt.class)
final class OrthogonalWeights implements IWeightInit {
    private static final long serialVersionUID = 1;

    /** The second time takes out what rounding left of the first (Giraud et al. 2005: twice is enough). */
    private static final int TIMES = 2;

    /** What JSON holds of it. */
    static final class AsDl4jHasIt extends StdConverter<OrthogonalWeights, IWeightInit> {
        @Override
        public IWeightInit convert(OrthogonalWeights weights) {
            return new WeightInitDistribution(new OrthogonalDistribution(1.0));
        }
    }

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
        int rows = Math.toIntExact(shape[0]);
        int columns = Math.toIntExact(view.length() / rows);
        double[][] vectors = Nd4j.randn(DataType.DOUBLE, Math.min(rows, columns), Math.max(rows, columns))
                .toDoubleMatrix();
        orthonormalise(vectors);
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = rows <= columns ? vectors[row][column] : vectors[column][row];
            }
        }
        INDArray weights = view.reshape(order, shape);
        weights.assign(Nd4j.createFromArray(values).reshape('c', shape));
        return weights;
    }

    /** By Gram and Schmidt, which keeps draws uniform over all orthonormal vectors. */
    private static void orthonormalise(double[][] vectors) {
        for (int i = 0; i < vectors.length; i++) {
            for (int time = 0; time < TIMES; time++) {
                for (int j = 0; j < i; j++) {
                    subtract(vectors[j], dot(vectors[i], vectors[j]), vectors[i]);
                }
            }
            double norm = Math.sqrt(dot(vectors[i], vectors[i]));
            for (int k = 0; k < vectors[i].length; k++) {
                vectors[i][k] /= norm;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void subtract(double[] vector, double times, double[] from) {
        for (int k = 0; k < from.length; k++) {
            from[k] -= times * vector[k];
        }
    }
}

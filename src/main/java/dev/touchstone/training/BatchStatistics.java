package dev.touchstone.training;

import dev.touchstone.data.Rows;
import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures anew what the batch normalisation of a network subtracts and divides by in inference: the mean and variance of
 * what each such layer gets for some rows, layer by layer, each behind those that were measured before it.
 */
final class BatchStatistics {
    private final Network network;
    private final BatchArrays batches;

    BatchStatistics(Network network, BatchArrays batches) {
        this.network = network;
        this.batches = batches;
    }

    void measure(Rows rows) {
        for (Network.NamedLayer named : network.layers()) {
            if (named.layer().conf().getLayer() instanceof BatchNormalization configuration) {
                measure(named, configuration, rows);
            }
        }
    }

    /** While it lets through what it gets, scaled by a known factor. */
    private void measure(Network.NamedLayer named, BatchNormalization configuration, Rows rows) {
        Layer layer = named.layer();
        INDArray statistics = layer.getParam(BatchNormalizationParamInitializer.GLOBAL_MEAN);
        boolean learnt = !configuration.isLockGammaBeta();
        INDArray gamma = learnt ? layer.getParam(BatchNormalizationParamInitializer.GAMMA) : null;
        INDArray beta = learnt ? layer.getParam(BatchNormalizationParamInitializer.BETA) : null;
        INDArray gammaBefore = gamma == null ? null : gamma.dup();
        INDArray betaBefore = beta == null ? null : beta.dup();
        if (gamma != null && beta != null) {
            gamma.assign(1);
            beta.assign(0);
        }
        int channels = Math.toIntExact(statistics.length());
        set(layer, configuration, new double[channels], ones(channels));
        Sums sums = new Sums(channels);
        for (int from = 0; from < rows.count(); from += Learner.ROWS_AT_ONCE) {
            Rows part = rows.range(from, Math.min(rows.count(), from + Learner.ROWS_AT_ONCE));
            sums.add(Objects.requireNonNull(
                    network.activations(batches.features(part)).get(named.name())));
        }
        if (gamma != null && beta != null) {
            gamma.assign(Objects.requireNonNull(gammaBefore));
            beta.assign(Objects.requireNonNull(betaBefore));
        }
        double factor = Math.sqrt(1 + configuration.getEps());
        set(layer, configuration, sums.means(factor), sums.variances(factor));
        network.forgetRows();
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void set(Layer layer, BatchNormalization configuration, double[] means, double[] variances) {
        assign(layer.getParam(BatchNormalizationParamInitializer.GLOBAL_MEAN), means);
        if (!configuration.isUseLogStd()) {
            assign(layer.getParam(BatchNormalizationParamInitializer.GLOBAL_VAR), variances);
            return;
        }
        double[] logs = new double[variances.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log10(Math.max(variances[i], Float.MIN_NORMAL)) / 2;
        }
        assign(layer.getParam(BatchNormalizationParamInitializer.GLOBAL_LOG_STD), logs);
    }

    private static void assign(INDArray parameter, double[] values) {
        try (INDArray given = Nd4j.createFromArray(values)) {
            parameter.assign(given.reshape(parameter.shape()));
        }
    }

    /** Sums over all rows and places of each channel, the second dimension. */
    private static final class Sums {
        private final double[] sum;
        private final double[] squares;
        private long count;

        Sums(int channels) {
            this.sum = new double[channels];
            this.squares = new double[channels];
        }

        void add(INDArray array) {
            float[] values = array.dup('c').data().asFloat();
            int channels = sum.length;
            int places = Math.toIntExact(values.length / (array.size(0) * channels));
            for (int i = 0; i < values.length; i++) {
                int channel = i / places % channels;
                sum[channel] += values[i];
                squares[channel] += (double) values[i] * values[i];
            }
            count += array.size(0) * places;
        }

        double[] means(double factor) {
            double[] means = new double[sum.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = factor * sum[i] / count;
            }
            return means;
        }

        /** Of all values, not of a sample, as DL4J takes them of a batch. */
        double[] variances(double factor) {
            double[] variances = new double[sum.length];
            for (int i = 0; i < variances.length; i++) {
                double mean = sum[i] / count;
                variances[i] = factor * factor * Math.max(0, squares[i] / count - mean * mean);
            }
            return variances;
        }
    }
}

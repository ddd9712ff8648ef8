package dev.touchstone.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What one parameter array has in a network's gradient.
 *
 * @param view of the network's own array
 * @param summed whether DL4J makes it a sum over rows; if not it is no gradient, but what batch normalisation changes its
 *     running means by
 * @param kept what earlier rows of the same step gave
 */
record GradientPart(INDArray view, boolean summed, INDArray kept) {
    /** All parts of a layer, in DL4J's order. */
    static List<GradientPart> of(Layer layer) {
        List<GradientPart> parts = new ArrayList<>();
        INDArray whole = layer.getGradientsViewArray();
        INDArray flat = whole.reshape(whole.length());
        long from = 0;
        for (Map.Entry<String, INDArray> parameter : layer.paramTable(false).entrySet()) {
            long to = from + parameter.getValue().length();
            INDArray view = flat.get(NDArrayIndex.interval(from, to));
            parts.add(new GradientPart(
                    view,
                    layer.updaterDivideByMinibatch(parameter.getKey()),
                    Nd4j.zeros(view.dataType(), view.length())));
            from = to;
        }
        return parts;
    }

    /** @param share of the step's rows that the present gradient is of */
    void keep(double share) {
        kept.addi(summed ? view : view.mul(share));
    }

    /**
     * Adds what was kept.
     *
     * @param share of the step's rows that the present gradient is of
     * @param averaged whether DL4J will divide a sum by the number of those rows
     */
    void join(double share, boolean averaged) {
        if (summed) {
            view.addi(kept).muli(averaged ? share : 1);
        } else {
            view.muli(share).addi(kept);
        }
        kept.assign(0);
    }

    double squaredNorm() {
        double norm = view.norm2Number().doubleValue();
        return norm * norm;
    }
}

package dev.touchstone.training;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gradient of a network's step, changed by rules between DL4J's backward pass and its optimiser. DL4J can clip by
 * itself, but not by the norm of all of it, and it clips along with the gradient what batch normalisation changes its
 * running means by.
 */
final class StepGradient extends BaseTrainingListener {
    /** How fast noise fades (Neelakantan et al. 2015). */
    private static final double FADING = 0.55;

    private final Network network;
    private final GradientRules rules;
    private @Nullable List<List<GradientPart>> layers;
    private double share = 1;
    private double clipped;

    StepGradient(Network network, GradientRules rules) {
        this.network = network;
        this.rules = rules;
        network.model().addListeners(this);
    }

    /**
     * Keeps the network's present gradient for the step.
     *
     * @param ofRows the share of the step's rows that it is of
     */
    void keep(double ofRows) {
        share -= ofRows;
        layers().forEach(layer -> layer.forEach(part -> part.keep(ofRows)));
    }

    /** The share of the norm that bounds of norms took from the last step's gradient, 0 to 1. */
    double clipped() {
        return clipped;
    }

    /** Called by DL4J between the backward pass and the optimiser. */
    @Override
    public void onGradientCalculation(Model model) {
        boolean averaged = model.conf().isMiniBatch();
        if (share < 1) {
            layers().forEach(layer -> layer.forEach(part -> part.join(share, averaged)));
            share = 1;
        }
        List<List<GradientPart>> gradients = layers().stream()
                .map(layer -> layer.stream().filter(GradientPart::summed).toList())
                .toList();
        int rows = averaged ? model.batchSize() : 1;
        clip(gradients, rows);
        addNoise(gradients, rows);
    }

    private void clip(List<List<GradientPart>> gradients, int rows) {
        if (rules.value() < Double.POSITIVE_INFINITY) {
            double bound = rules.value() * rows;
            gradients.forEach(layer -> layer.forEach(part -> clip(part.view(), bound)));
        }
        double left = 1;
        if (rules.normPerLayer() < Double.POSITIVE_INFINITY) {
            double before = 0;
            double after = 0;
            for (List<GradientPart> layer : gradients) {
                double norm = norm(layer);
                double bounded = shrink(layer, norm, rules.normPerLayer() * rows);
                before += norm * norm;
                after += bounded * bounded;
            }
            left = before > 0 ? Math.sqrt(after / before) : 1;
        }
        if (rules.norm() < Double.POSITIVE_INFINITY) {
            List<GradientPart> all = gradients.stream().flatMap(List::stream).toList();
            double norm = norm(all);
            left *= norm > 0 ? shrink(all, norm, rules.norm() * rows) / norm : 1;
        }
        clipped = 1 - left;
    }

    private static void clip(INDArray view, double bound) {
        Nd4j.exec(DynamicCustomOp.builder("clipbyvalue")
                .addInputs(view)
                .callInplace(true)
                .addFloatingPointArguments(-bound, bound)
                .build());
    }

    private static double norm(List<GradientPart> parts) {
        return Math.sqrt(parts.stream().mapToDouble(GradientPart::squaredNorm).sum());
    }

    /** Gives the norm that is left. */
    private static double shrink(List<GradientPart> parts, double norm, double bound) {
        if (norm > bound) {
            parts.forEach(part -> part.view().muli(bound / norm));
            return bound;
        }
        return norm;
    }

    /** From ND4J's random numbers, which every step seeds. */
    private void addNoise(List<List<GradientPart>> gradients, int rows) {
        if (rules.noise() > 0) {
            double deviation = Math.sqrt(rules.noise() / Math.pow(1.0 + network.iterations(), FADING));
            gradients.forEach(layer -> layer.forEach(part -> part.view()
                    .addi(Nd4j.randn(part.view().dataType(), part.view().length())
                            .muli(deviation * rows))));
        }
    }

    /** Of those that are trained. DL4J makes the arrays when it first needs them. */
    private List<List<GradientPart>> layers() {
        if (layers == null) {
            layers = network.layers().stream()
                    .map(Network.NamedLayer::layer)
                    .filter(StepGradient::isTrained)
                    .map(GradientPart::of)
                    .toList();
        }
        return layers;
    }

    private static boolean isTrained(Layer layer) {
        boolean frozen = layer instanceof FrozenLayer || layer instanceof FrozenLayerWithBackprop;
        return layer.numParams() > 0 && !frozen;
    }
}

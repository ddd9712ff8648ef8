package dev.touchstone.training;

/**
 * What a step does with the gradient before the optimiser gets it: nothing, or in this order sums it up from parts of the
 * batch, clips it, and adds noise to it. All bounds are those of the mean over the batch's rows.
 *
 * @param value no number of it is further from 0
 * @param norm the Euclidean norm of all of it is no larger (Pascanu et al. 2013)
 * @param normPerLayer that of each layer's is no larger
 * @param noise variance of the noise of the first step, eta of Neelakantan et al. (2015), who take 0.01, 0.3 or 1; 0 for none
 * @param rowsAtOnce rows of which gradients are computed at once; from 1
 */
public record GradientRules(double value, double norm, double normPerLayer, double noise, int rowsAtOnce) {
    /** Gradients of whole batches as they are. */
    public static final GradientRules NONE = new GradientRules(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, Integer.MAX_VALUE);

    boolean leaveItAsItIs() {
        return equals(NONE);
    }

    /** The same with noise. */
    GradientRules withNoise(double variance) {
        return new GradientRules(value, norm, normPerLayer, variance, rowsAtOnce);
    }
}

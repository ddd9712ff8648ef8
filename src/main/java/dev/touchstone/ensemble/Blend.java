package dev.touchstone.ensemble;

import dev.touchstone.metric.Predictions;
import java.util.Arrays;
import java.util.List;

/** A running sum of networks' answers for the same rows. */
public final class Blend {
    private final int answers;
    private final double[] sum;
    private double weight;

    /** A blend of nothing, for answers like these. */
    public Blend(Predictions like) {
        this.answers = like.answers();
        this.sum = new double[like.numbers().length];
    }

    private Blend(Blend from) {
        this.answers = from.answers;
        this.sum = from.sum.clone();
        this.weight = from.weight;
    }

    /** The mean of at least one network's answers. */
    public static Predictions evenly(List<Predictions> all) {
        Blend blend = new Blend(all.get(0));
        all.forEach(each -> blend.add(each, 1));
        return blend.mean();
    }

    /**
     * Adds a network's answers.
     *
     * @param share above 0; the mean is by these
     * @throws IllegalArgumentException when they are for other rows or of another task
     */
    public Blend add(Predictions predictions, double share) {
        if (predictions.answers() != answers || predictions.numbers().length != sum.length) {
            throw new IllegalArgumentException("answers of another shape cannot be averaged with these");
        }
        float[] numbers = predictions.numbers();
        Arrays.setAll(sum, i -> sum[i] + share * numbers[i]);
        weight += share;
        return this;
    }

    /** The same with one network more. */
    Blend with(Predictions predictions) {
        return new Blend(this).add(predictions, 1);
    }

    /** The mean of what was added, by its shares. */
    public Predictions mean() {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / weight);
        }
        return new Predictions(answers, mean);
    }
}

package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.metric.Direction;
import dev.touchstone.model.NetworkTraits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a trial trains.
 *
 * @param learningRate from which the schedule starts
 * @param endRate planned for the last iteration
 * @param epochs planned
 * @param patience of early stopping as stated, in epochs; null without, and where it is measured
 * @param classes whether rows are of one of several classes
 * @param network what of it must suit the data; null where that cannot be told
 * @param metric the objective's
 * @param direction the better one
 * @param priorLoss of answering every train row with the shares of the classes or the mean: what it costs to learn nothing
 * @param optimiser by its spec name; null where an older Touchstone trained
 * @param rows what the rows tell by themselves; null where an older Touchstone trained
 * @param handling of rows and gradients on their way; null where an older Touchstone trained
 */
public record TrialPlan(
        double learningRate,
        int batchSize,
        double weightDecay,
        double endRate,
        int epochs,
        int batchesAnEpoch,
        @Nullable Integer patience,
        int trainRows,
        int validationRows,
        boolean classes,
        @Nullable NetworkTraits network,
        String metric,
        Direction direction,
        double priorLoss,
        @Nullable String optimiser,
        @Nullable RowFacts rows,
        @Nullable Handling handling) {
    /** Share of a layer that dropout takes away (Srivastava et al. 2014). */
    private static final double USUAL = 0.5;

    /** Of which Srivastava et al. (2014) find that the rest is too little. */
    private static final double MOST = 0.8;

    /** Units; a single one passes on one number of a row, by which a network rises or falls in one direction alone. */
    private static final int FEWEST_OF_NUMBERS = 2;

    /**
     * What is done to rows and gradients between the data and the weights.
     *
     * @param augmented whether train rows are changed before the network sees them
     * @param gradientNoise variance of the noise in the gradient of the first step; 0 for none
     * @param rowsAtOnce of which a gradient is computed at once
     * @param momentum share of the step before in each step; 0 where the optimiser has none
     */
    public record Handling(boolean augmented, double gradientNoise, int rowsAtOnce, double momentum) {}

    /** Whether train rows are changed before the network sees them. */
    boolean augments() {
        return handling != null && handling.augmented();
    }

    /** Whether the configuration holds training back by anything but augmentation and the usual dropout. */
    boolean restrains() {
        return weightDecay > 0
                || (handling != null && handling.gradientNoise() > 0)
                || (network != null
                        && network.restraints().stream().anyMatch(word -> !word.equals("dropout") || dropsMuch()));
    }

    /** All that {@link #restrains}, and the usual dropout. */
    String restraintsInWords() {
        List<String> words = new ArrayList<>();
        if (network != null) {
            words.addAll(network.restraints());
        }
        if (weightDecay > 0) {
            words.add("weight decay");
        }
        return words.isEmpty() ? "gradient noise" : String.join(", ", words);
    }

    /** Whether dropout takes away more of a layer than is usual. */
    boolean dropsMuch() {
        return network != null && network.dropped() > USUAL;
    }

    /** Whether dropout takes away so much of a layer that the rest, which stands for all, counts five times or more. */
    boolean dropsMost() {
        return network != null && network.dropped() > MOST;
    }

    /** Whether training goes by the loss that the task is measured by; so it is taken to be where that is not known. */
    boolean goesByTaskLoss() {
        return network == null || network.isTrainedOnTaskLoss();
    }

    /** Whether weights or gradients are given noise, by which losses leap. */
    boolean isNoisy() {
        return hasNoisyWeights() || (handling != null && handling.gradientNoise() > 0);
    }

    /** Whether weights are given noise while they are trained. */
    boolean hasNoisyWeights() {
        return restrains("drop-connect") || restrains("weight noise");
    }

    /** Whether training sees another network than validation does, so that its loss does not show what is learnt. */
    boolean hidesWhatIsLearnt() {
        return restrains("dropout") || hasNoisyWeights();
    }

    /** Whether a hidden layer has fewer units than it takes to number the classes, or of numbers a single one. */
    boolean isNarrow() {
        return network != null
                && network.narrowest() < (classes ? Math.log(network.answers()) / Math.log(2) : FEWEST_OF_NUMBERS);
    }

    /** Whether it does by something of a name that {@link NetworkTraits#restraints} has. */
    boolean restrains(String word) {
        return network != null && network.restraints().contains(word);
    }
}

package dev.touchstone.model;

import dev.touchstone.data.Task;
import java.util.List;

/**
 * What of a network must suit its data, read from the network itself, whoever configured it, and what the data want.
 *
 * @param task what is to be answered
 * @param taskWords the same in words
 * @param answers classes, labels or numbers of a row
 * @param range of the numbers that the output's activation gives
 * @param activation of the output, as DL4J calls it
 * @param target what the loss is made for
 * @param loss as DL4J calls it, or Touchstone where DL4J has none
 * @param linear hidden layers with weights between which and the next weights there is no activation
 * @param hidden how many hidden layers with weights there are
 * @param normalisesBatches whether a layer normalises by the mean and deviation of a batch
 * @param alike hidden layers whose weights are all of one value before training
 * @param sharing hidden layers whose units share out 1 among them: softmax
 * @param squashing hidden layers of sigmoid, which pass on a quarter of a gradient at most
 * @param narrowest units or filters of the hidden layer that has fewest; the largest number there is without hidden layers
 * @param restraints what holds weights or answers back in training, in words: noise, dropout, penalties, bounds
 * @param dropped the largest share of a layer that dropout takes away; 0 without
 * @param heaviest how often the class that counts most counts as much as the one that counts least; 1 where all are worth the same
 * @param bend from which error on the loss of a number grows no faster than the error; infinite where it always does
 */
public record NetworkTraits(
        Task.Kind task,
        String taskWords,
        int answers,
        Range range,
        String activation,
        Target target,
        String loss,
        List<String> linear,
        int hidden,
        boolean normalisesBatches,
        List<String> alike,
        List<String> sharing,
        List<String> squashing,
        int narrowest,
        List<String> restraints,
        double dropped,
        double heaviest,
        double bend) {
    public NetworkTraits {
        linear = List.copyOf(linear);
        alike = alike == null ? List.of() : List.copyOf(alike); // older journals do not have them
        sharing = sharing == null ? List.of() : List.copyOf(sharing);
        squashing = squashing == null ? List.of() : List.copyOf(squashing);
        restraints = restraints == null ? List.of() : List.copyOf(restraints);
    }

    /** Whether training goes by the loss that the task is measured by, so that the two can be compared: of numbers the squared error. */
    public boolean isTrainedOnTaskLoss() {
        return task != Task.Kind.REGRESSION || loss.startsWith("LossMSE") || loss.startsWith("LossL2");
    }

    /** What an activation's outputs can be. */
    public enum Range {
        /** Shares of a whole: softmax. */
        SHARES,
        /** Each from 0 to 1: sigmoid. */
        PROBABILITIES,
        /** Within a few units of 0: tanh. */
        BOUNDED,
        /** Nothing below 0: relu, softplus. */
        NOT_NEGATIVE,
        /** Any number. */
        ANY
    }

    /** What a loss compares outputs with. */
    public enum Target {
        /** One class of several. */
        CLASS,
        /** Yes or no, for each output on its own. */
        YES_OR_NO,
        /** A number. */
        NUMBER,
        /** A count. */
        COUNT,
        /** Something that this version cannot tell. */
        UNKNOWN
    }
}

package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.metric.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the parameters of one or more trials whose networks have the same shapes, takes a step for all of them, and
 * evaluates, saves and restores each. Whoever creates a learner closes it.
 *
 * <p>For implementers: called from one thread at a time. A step is a pure function of the members' state and the step:
 * whatever is drawn (dropout) is drawn from the step's seed, so that a restored learner goes on bit for bit as if it had
 * never stopped. Nothing is checked for finiteness here; callers look at losses and at {@link #isFinite}.
 */
public interface Learner extends AutoCloseable {
    /**
     * Rows that are answered at once: enough to keep the matrix product busy, few enough to need little memory and to be
     * the work of a few training steps, so that a trial that is evaluated never looks like one that hangs.
     */
    int ROWS_AT_ONCE = 256;

    /** How many trials it holds, from 1. */
    int members();

    /** Trainable numbers in one member's network. */
    long parameters();

    /** Numbers in the raw output of one member's network for a row. */
    int outputs();

    /** How much of the label, in its own unit, an output of 1 stands for; 1 where outputs are probabilities. */
    double unit();

    /**
     * One step of each member on its own batch.
     *
     * @param steps one a member
     * @return each member's loss on its batch before the step: the mean over rows, without regularisation
     *     terms, of what its own network is trained by
     */
    double[] step(List<Step> steps);

    /** A member's answers for rows, as in inference (nothing is dropped). */
    default Predictions predict(int member, Rows rows) {
        List<Predictions> parts = new ArrayList<>();
        for (int from = 0; from < rows.count(); from += ROWS_AT_ONCE) {
            parts.add(answer(member, rows.range(from, Math.min(rows.count(), from + ROWS_AT_ONCE))));
        }
        return Predictions.joined(parts);
    }

    /** A member's answers for at most {@link #ROWS_AT_ONCE} rows, as in inference. */
    Predictions answer(int member, Rows rows);

    /**
     * A member's answers for rows as in training, but that nothing is dropped: what normalises batches does so by the mean and
     * deviation of these rows. The same as in inference where nothing does.
     */
    default Predictions answerAsABatch(int member, Rows rows) {
        return answer(member, rows);
    }

    /** Looks into a member's network: one forward and one backward pass without a step, as in inference. */
    NetworkSignals inspect(int member, Rows rows);

    /**
     * How the gradients of single rows differ. Asked right after a look at the same rows, whose gradient it compares with that
     * of a part of them: one forward and one backward pass of the part, without a step, as in inference.
     *
     * @return NaN for fewer than two rows
     */
    NoiseScale noise(int member, Rows rows);

    /**
     * What a member's last step did to its layers with parameters, from the input on. Asked right after the step: a look
     * into the network forgets it.
     */
    List<LayerChange> changes(int member);

    /**
     * The share of the gradient's norm that clipping took from a member's last step: 0 when it did not act, to 1. Clipping of
     * single numbers is not seen.
     */
    default double clipped(int member) {
        return 0;
    }

    /** Whether all of a member's parameters are finite. */
    boolean isFinite(int member);

    /**
     * Measures anew, over these rows, what a member's layers normalise batches by in inference, which has to be done when
     * its other parameters were not trained to what they are. Nothing happens where no layer does so.
     */
    default void settle(int member, Rows rows) {}

    /** A member's parameters and optimiser state. */
    LearnerState save(int member);

    /** Puts a member back; the state must come from a network of the same shapes. */
    void restore(int member, LearnerState state);

    @Override
    void close();

    /**
     * What one member does in a step.
     *
     * @param batch rows to learn from
     * @param learningRate of this step
     * @param seed for whatever the step draws
     */
    record Step(Rows batch, double learningRate, long seed) {}
}

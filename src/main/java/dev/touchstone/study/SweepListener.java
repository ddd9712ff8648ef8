package dev.touchstone.study;

import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.Budget;
import dev.touchstone.trial.TrialState;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whoever watches a sweep. Called from the coordinator's thread, in order; what it throws ends the sweep. */
public interface SweepListener {
    /** Before the first trial; not when there is none to run or the sweep is asked to stop. */
    void planned(Plan plan);

    /** After each trial, whatever its end. */
    void trialEnded(TrialRecord trial, Progress progress);

    /** Something that the user should know, in one line. */
    void told(String message);

    /**
     * What lies ahead.
     *
     * @param trials still to run, from 1
     * @param budget of each
     * @param smallest trainable numbers of the smallest network at the space's lowest and highest corner
     * @param largest of the largest
     * @param estimate how long all of the trials may take
     */
    record Plan(
            int trials,
            int trainRows,
            int validationRows,
            Budget budget,
            long smallest,
            long largest,
            Estimate estimate) {}

    /**
     * Where a sweep is.
     *
     * @param counts trials by state
     * @param bestTrial the leading trial's number, null when none is complete
     * @param left how long the rest takes at the pace so far; null before the first end
     */
    record Progress(
            int trials,
            Map<TrialState, Integer> counts,
            @Nullable Integer bestTrial,
            @Nullable Double bestValue,
            Duration elapsed,
            @Nullable Duration left) {}
}

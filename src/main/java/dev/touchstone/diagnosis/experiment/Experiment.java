package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;

/** A small experiment that decides one hypothesis about a trial. */
public interface Experiment {
    /** The hypothesis: that a finding of this code is true. */
    FindingCode hypothesis();

    /** Whether there is anything to do differently in such a trial. */
    boolean suits(Conditions trial);

    /** Whether a refutation leaves no doubt. A remedy that is tried may fail to mend what is there. */
    default boolean refutesForSure() {
        return false;
    }

    /**
     * Whether a confirmation tells the cause from others. What asks for a fact, and mends nothing, does not: of a training that
     * learnt nothing much is true, whatever it comes from.
     */
    default boolean singlesOut() {
        return true;
    }

    /** How many iterations it takes to confirm the hypothesis, repeats of the trial's own among them, by the plan. */
    default long iterations(Conditions trial) {
        return 2 * Workbench.FEWEST * trial.plannedIterations();
    }

    /**
     * Carries it out.
     *
     * @throws RuntimeException when a training cannot be carried out
     */
    Tested carry(Workbench bench);
}

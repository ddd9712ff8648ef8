package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;

/** A small experiment that decides one hypothesis about a trial. */
public interface Experiment {
    /** The hypothesis: that a finding of this code is true. */
    FindingCode hypothesis();

    /** Whether there is anything to do differently in such a trial. */
    boolean suits(Conditions trial);

    /**
     * Whether it asks for what the finding says, and not whether a remedy gains. Then a refutation leaves no doubt, and a
     * confirmation does not tell what it comes from: of a training that learnt nothing much is true.
     */
    default boolean isDirect() {
        return false;
    }

    /** Whether its remedy takes all away that the hypothesis says, so that a refutation leaves no doubt. */
    default boolean mendsAll() {
        return false;
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

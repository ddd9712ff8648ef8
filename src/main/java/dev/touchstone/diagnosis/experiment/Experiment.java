package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;

/** A small experiment that decides one hypothesis about a trial. */
public interface Experiment {
    /** The hypothesis: that a finding of this code is true. */
    FindingCode hypothesis();

    /** Whether there is anything to do differently in such a trial. */
    boolean suits(Conditions trial);

    /**
     * Carries it out.
     *
     * @throws RuntimeException when a training cannot be carried out
     */
    Tested carry(Workbench bench);
}

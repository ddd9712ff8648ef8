package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Finding;
import java.util.Optional;

/** Reads one kind of finding from a trial's facts: a pure function of them, so that it can be asked again. */
interface Rule {
    /** The finding; nothing where the facts do not show it, or there are too few of them to tell. */
    Optional<Finding> examine(TrialFacts facts);
}

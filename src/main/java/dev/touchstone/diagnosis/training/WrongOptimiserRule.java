package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * A training that was cut short while it went well by an optimiser that scales no direction by itself, or whose steps only
 * get smaller, or that came to harm by such steps, none of which was of a sound size. It is a guess that an experiment has to
 * decide; where such steps came short otherwise, it is for information.
 */
final class WrongOptimiserRule implements Rule {
    private static final Set<String> PLAIN = Set.of("sgd");

    /** Those whose steps only get smaller: they creep, whatever is left to learn. */
    private static final Set<String> SHRINKING = Set.of("adagrad", "adadelta");

    /** Of the loss of knowing nothing: half of what an impaired training has learnt away at most. */
    private static final double LITTLE = 0.25;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        String optimiser = facts.plan().optimiser();
        if (optimiser == null || facts.best() == null) {
            return Optional.empty();
        }
        boolean shrinking = SHRINKING.contains(optimiser);
        boolean ended = !facts.isStoppedEarly() && !facts.leaps() && facts.isImpaired();
        boolean suspected = shrinking && facts.comesShort();
        if (!suspected && !(ended && (shrinking || (PLAIN.contains(optimiser) && facts.isCutShort())))) {
            return Optional.empty();
        }
        boolean creeping =
                facts.isStillFalling() || (shrinking && facts.losses().creeps());
        boolean crept = ended && (creeping || (shrinking && facts.learnt() < LITTLE));
        boolean shrank = shrinking && facts.isHarmed() && !facts.steps().areSound();
        return Optional.of(FindingCode.WRONG_OPTIMISER.finding(
                crept || shrank ? Severity.WARNING : Severity.INFO,
                "with " + optimiser + (creeping ? " the training loss still fell at the end, and only " : " only ")
                        + Math.round(100 * facts.learnt()) + " % of the loss of knowing nothing was learnt away",
                new Evidence().with("optimiser", optimiser).with("learnt", facts.learnt()),
                "try adam at its usual rate of 0.001"));
    }
}

package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A network of classes that starts far surer than guessing, and does not recover. */
final class PoorInitialisationRule implements Rule {
    /** TheDeepChecker: a first loss that exceeds that of guessing by as much again. */
    private static final double POOR = 2;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        double first = facts.losses().first();
        double prior = facts.plan().priorLoss();
        if (!facts.plan().classes() || !facts.isImpaired() || !(first > POOR * prior)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_INITIALISATION.finding(
                Severity.WARNING,
                "the loss starts at " + ShortNumber.of(first) + " where knowing nothing costs " + ShortNumber.of(prior)
                        + ", and training does not make up for it",
                new Evidence().with("first-loss", first).with("loss-of-knowing-nothing", prior),
                "normalise the inputs, or draw smaller weights"));
    }
}

package dev.touchstone.report.html;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.trial.TrialEvent.Completed;
import java.util.ArrayList;
import java.util.List;

/** What early stopping had seen of a trial, as facts. */
final class WatchedFacts {
    private WatchedFacts() {}

    /** None without early stopping, and of a Touchstone that did not keep them. */
    static List<Fact> of(Completed completed) {
        StoppingDecision decision = completed.decision();
        return decision == null || decision.watched() == null ? List.of() : of(decision.watched());
    }

    private static List<Fact> of(StoppingDecision.Watched watched) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Watched", watched.metric() + ", best in epoch " + watched.bestEpoch()));
        facts.add(Fact.of(
                "Patience",
                (watched.patience() == null ? "auto" : Figures.count(watched.patience(), "epoch")) + ", waited "
                        + Figures.count(watched.waited(), "epoch")));
        facts.add(Fact.of(
                "Noise of an epoch",
                watched.noise() == null ? "too few epochs to tell" : ShortNumber.of(watched.noise())));
        facts.add(Fact.of("Minimum improvement", ShortNumber.of(watched.minimumImprovement())));
        return facts;
    }
}

package dev.touchstone.report.html;

import static dev.touchstone.model.Hyperparameters.BATCH_SIZE;
import static dev.touchstone.model.Hyperparameters.LEARNING_RATE;
import static dev.touchstone.model.Hyperparameters.OPTIMISER;
import static dev.touchstone.model.Hyperparameters.WEIGHT_DECAY;

import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.Optimiser;
import dev.touchstone.model.OptimiserSetting;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.trial.TrialEvent.Completed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What went into a trial and how it ran, as facts. */
final class Setup {
    private Setup() {}

    /** All that decides the trial's outcome: data, hyperparameters, seed. */
    static List<Fact> of(TrialRecord trial, StudyHead head) {
        Assignment effective = Change.effective(trial);
        Hyperparameters used = Hyperparameters.of(understood(effective));
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.digest("Dataset", head.data().fingerprint()));
        facts.add(Fact.of("Split", head.data().split()));
        facts.add(Fact.of(
                "Model",
                trial.parameters() == 0 ? "size not known" : Figures.count(trial.parameters(), "trainable parameter")));
        facts.add(fact("Optimiser", effective, OPTIMISER, used.optimiser().specName()));
        facts.add(fact("Learning rate", effective, LEARNING_RATE, used.learningRate()));
        facts.add(fact("Batch size", effective, BATCH_SIZE, used.batchSize()));
        facts.add(fact("Weight decay", effective, WEIGHT_DECAY, used.weightDecay()));
        used.settings().keySet().stream()
                .map(OptimiserSetting::specName)
                .filter(effective::has)
                .forEach(name -> facts.add(Fact.of(capital(name), Figures.value(effective.value(name)))));
        effective.values().forEach((name, value) -> {
            if (!Hyperparameters.NAMES.contains(name)) {
                facts.add(Fact.of(name, Figures.value(value)));
            }
        });
        facts.add(Fact.of("Seed", Long.toString(trial.seed())));
        return facts;
    }

    /** Without an optimiser that this version does not know: the report of a kept study must not fail on its name. */
    private static Assignment understood(Assignment effective) {
        boolean known = !effective.has(OPTIMISER)
                || Optimiser.named(effective.value(OPTIMISER).toString()).isPresent();
        return known ? effective : effective.without(OPTIMISER);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Fact fact(String label, Assignment assignment, String name, Object byDefault) {
        return assignment.has(name)
                ? Fact.of(label, Figures.value(assignment.value(name)))
                : Fact.of(label, Figures.value(byDefault) + " (default)");
    }

    /** When and where it ran, and how far it came. */
    static List<Fact> run(TrialRecord trial) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Started", Figures.time(trial.started())));
        facts.add(Fact.of("Ended", Figures.time(trial.ended())));
        facts.add(Fact.of("Epochs", Integer.toString(trial.epochs().size())));
        Completed completed = trial.completed();
        if (completed != null) {
            facts.add(Fact.of("Best epoch", Integer.toString(completed.bestEpoch())));
            facts.add(Fact.of("Iterations", Figures.amount(completed.iterations())));
            facts.add(Fact.of("Training time", Figures.seconds(completed.seconds())));
            facts.add(Fact.of("Stopped", completed.stopped()));
            facts.addAll(WatchedFacts.of(completed));
        }
        NoiseScale.words(trial.looks()).ifPresent(words -> facts.add(Fact.of("Gradient noise scale", words)));
        trial.environment().forEach((name, value) -> facts.add(Fact.of(name, value)));
        return facts;
    }
}

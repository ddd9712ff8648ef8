package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.diagnosis.training.TrialDiagnosis;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.UsableRates;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Scores;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingCheckpoint;
import dev.touchstone.training.TrainingOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries one trial from its proposed assignment to its end: gates, effective assignment, training, validation. Each
 * step is told to the journal, and the last event is always an end. A trial that ends as interrupted while training can
 * be taken up at the very iteration; one whose process was killed, where its last checkpoint was kept. What fails inside
 * the trial ends the trial, never the caller; an exception comes out only when the journal fails ({@link JournalFailed}) or
 * refuses that end too, or when a checkpoint that nobody needs any more cannot be deleted.
 */
public final class TrialPipeline {
    private final TrialTask task;
    private final TrialJournal journal;
    private final ArtefactSink artefacts;
    private final GateCache cache;
    private final BooleanSupplier stopRequested;

    /**
     * @param cache where the study keeps what gates measured
     * @param stopRequested asked often; once true, the running trial ends as interrupted
     */
    public TrialPipeline(
            TrialTask task,
            TrialJournal journal,
            ArtefactSink artefacts,
            GateCache cache,
            BooleanSupplier stopRequested) {
        this.task = task;
        this.journal = journal;
        this.artefacts = artefacts;
        this.cache = cache;
        this.stopRequested = stopRequested;
    }

    /** Carries a trial that the caller has claimed. */
    public void run(int trial, Assignment proposed, Seed seed) {
        journal.append(trial, new TrialEvent.Started(Environment.ofThisProcess()));
        Checkpoints checkpoints = new Checkpoints(trial, journal, artefacts, null);
        carry(trial, checkpoints, () -> judgeAndTrain(trial, proposed, seed, checkpoints));
    }

    /** Goes on with a trial that the caller has claimed; where its checkpoint cannot be read, it begins anew. */
    public void resume(int trial, Assignment proposed, Seed seed, Resumption from) {
        Checkpoints checkpoints = new Checkpoints(trial, journal, artefacts, from.checkpoint());
        Optional<TrainingCheckpoint> last = checkpoints.last();
        if (last.isEmpty()) {
            checkpoints.drop();
            run(trial, proposed, seed);
            return;
        }
        TrainingCheckpoint checkpoint = last.get();
        journal.append(trial, new TrialEvent.Resumed(Environment.ofThisProcess(), checkpoint.iterations()));
        carry(trial, checkpoints, () -> {
            Training training =
                    new Training(trial, from.effective(), seed, checkpoints, new TrainingFacts(journal, from.told()));
            try (Learner learner = task.learner(from.effective(), seed)) {
                TrainingOutcome outcome =
                        task.loop(from.effective(), seed).resume(checkpoint, learner, recorder(training));
                return end(training, outcome, learner);
            }
        });
    }

    private void carry(int trial, Checkpoints checkpoints, Supplier<TrialEvent> steps) {
        TrialEvent end;
        try {
            end = steps.get();
        } catch (JournalFailed e) {
            throw e; // whatever was kept may be another's now
        } catch (RuntimeException | Error e) {
            end = new TrialEvent.Failed(failure(e));
        }
        journal.append(trial, end);
        if (!(end instanceof TrialEvent.Interrupted)) {
            checkpoints.drop();
        }
    }

    private Failure failure(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        if (thrown instanceof UnwritableCheckpoint) {
            return failure;
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return failure.withText(trace.toString(), artefacts);
    }

    private TrialEvent judgeAndTrain(int trial, Assignment proposed, Seed seed, Checkpoints checkpoints) {
        Gates gates = new Gates(task.gates());
        try (BegunTraining begun = new BegunTraining(task, proposed, seed)) {
            List<GateResult> results = gates.judge(
                    begun.subject(cache), result -> journal.append(trial, new TrialEvent.GateJudged(result)));
            for (GateResult result : results) {
                if (result.verdict() == Verdict.REJECT && gates.policy(result) == Policy.REJECT) {
                    return new TrialEvent.Gated(result.gate(), result.reason(), result.parameter());
                }
            }
            if (stopRequested.getAsBoolean()) {
                return new TrialEvent.Interrupted("stopped before training");
            }
            begun.moveTo(effective(proposed, results, gates));
            return train(trial, begun, seed, checkpoints);
        }
    }

    private TrialEvent train(int trial, BegunTraining begun, Seed seed, Checkpoints checkpoints) {
        journal.append(
                trial,
                new TrialEvent.EffectiveChosen(
                        begun.assignment(), begun.learner().parameters()));
        Training training =
                new Training(trial, begun.assignment(), seed, checkpoints, new TrainingFacts(journal, List.of()));
        return end(training, begun.toEnd(recorder(training)), begun.learner());
    }

    /** A training under way. */
    private record Training(int trial, Assignment effective, Seed seed, Checkpoints checkpoints, TrainingFacts facts) {}

    private TrainingRecorder recorder(Training training) {
        return new TrainingRecorder(
                training.trial(),
                training.facts(),
                training.checkpoints(),
                new CheckpointPace(System::nanoTime),
                stopRequested);
    }

    /**
     * The proposed assignment, its learning rate moved into the usable interval where the policy is to clamp and the interval is
     * known, or taken from there when nothing proposed one.
     */
    private Assignment effective(Assignment proposed, List<GateResult> results, Gates gates) {
        boolean clamps = task.takesRateFromRange(proposed) || clamps(results, gates);
        Optional<UsableRates> usable = results.stream()
                .flatMap(result -> UsableRates.of(result).stream())
                .findFirst();
        if (!clamps || usable.isEmpty()) {
            return proposed;
        }
        double rate = task.takesRateFromRange(proposed)
                ? usable.get().high()
                : usable.get().clamp(Hyperparameters.of(proposed).learningRate());
        return proposed.with(Hyperparameters.LEARNING_RATE, rate);
    }

    private static boolean clamps(List<GateResult> results, Gates gates) {
        return results.stream().anyMatch(result -> gates.policy(result).clamps());
    }

    private TrialEvent end(Training training, TrainingOutcome outcome, Learner learner) {
        if (outcome instanceof TrainingOutcome.Finished finished) {
            return completed(training, finished, learner);
        } else if (outcome instanceof TrainingOutcome.NotFinite notFinite) {
            diagnose(training, null, notFinite);
            return notFinite("the " + notFinite.what() + " stopped being finite in iteration " + notFinite.iteration());
        } else if (outcome instanceof TrainingOutcome.Interrupted interrupted) {
            training.checkpoints().keep(interrupted.checkpoint());
        }
        return new TrialEvent.Interrupted("stopped while training");
    }

    private void diagnose(Training training, @Nullable BestEpoch best, TrainingOutcome outcome) {
        TrialPlan plan = new Assessment(task, training.effective(), training.seed()).plan();
        journal.append(training.trial(), new TrialEvent.Assessed(plan, best));
        TrialDiagnosis.of(training.facts().of(plan, best, outcome))
                .forEach(finding -> journal.append(training.trial(), new TrialEvent.FindingMade(finding)));
    }

    private static TrialEvent notFinite(String reason) {
        return new TrialEvent.Failed(new Failure(FailureCause.NOT_FINITE, reason));
    }

    private TrialEvent completed(Training training, TrainingOutcome.Finished finished, Learner learner) {
        if (finished.bestEpoch() == 0) {
            diagnose(training, null, finished);
            return notFinite("no epoch had a finite " + task.metric().specName());
        }
        Scores scores = Scores.of(
                finished.predictions(),
                task.data().validation().targets(),
                training.seed().derive("interval"));
        TrialEvent completed = new TrialEvent.Completed(
                finished.bestEpoch(),
                finished.iterations(),
                finished.seconds(),
                scores.values(),
                scores.intervals(),
                finished.decision().inWords(),
                kept(finished.best().toBytes(), finished),
                kept(finished.predictions().toBytes(), finished),
                finished.decision());
        String metric = task.metric().specName();
        BestEpoch best = new Assessment(task, training.effective(), training.seed())
                .best(
                        finished,
                        learner,
                        Objects.requireNonNull(scores.values().get(metric)),
                        Objects.requireNonNull(scores.intervals().get(metric)));
        diagnose(training, best, finished);
        return completed;
    }

    private String kept(byte[] result, TrainingOutcome.Finished finished) {
        try {
            return artefacts.put(result);
        } catch (RuntimeException e) {
            throw new UnwritableCheckpoint(finished.iterations(), e);
        }
    }
}

package dev.touchstone.trial;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.gate.GateResult;
import dev.touchstone.metric.Interval;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.TrainMetric;
import dev.touchstone.training.TrainingLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a trial, as it is kept for good. A trial that begins again starts a new list with {@link Started}; one that
 * goes on takes back what came after its last {@link Checkpointed} with {@link Resumed}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrialEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = TrialEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = TrialEvent.GateJudged.class, name = "gate-judged"),
    @JsonSubTypes.Type(value = TrialEvent.EffectiveChosen.class, name = "effective-chosen"),
    @JsonSubTypes.Type(value = TrialEvent.LossesRecorded.class, name = "losses-recorded"),
    @JsonSubTypes.Type(value = TrialEvent.Looked.class, name = "looked"),
    @JsonSubTypes.Type(value = TrialEvent.EpochEnded.class, name = "epoch-ended"),
    @JsonSubTypes.Type(value = TrialEvent.Checkpointed.class, name = "checkpointed"),
    @JsonSubTypes.Type(value = TrialEvent.Assessed.class, name = "assessed"),
    @JsonSubTypes.Type(value = TrialEvent.FindingMade.class, name = "finding-made"),
    @JsonSubTypes.Type(value = TrialEvent.Experimented.class, name = "experimented"),
    @JsonSubTypes.Type(value = TrialEvent.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = TrialEvent.Gated.class, name = "gated"),
    @JsonSubTypes.Type(value = TrialEvent.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = TrialEvent.Interrupted.class, name = "interrupted"),
})
public sealed interface TrialEvent {
    /**
     * The trial begins, or begins again.
     *
     * @param environment names and versions of what computes: JVM, operating system, processor, libraries, threads
     */
    record Started(Map<String, String> environment) implements TrialEvent {}

    /**
     * The trial goes on from its last checkpoint.
     *
     * @param environment as in {@link Started}
     * @param iteration after which it goes on
     */
    record Resumed(Map<String, String> environment, int iteration) implements TrialEvent {}

    record GateJudged(GateResult result) implements TrialEvent {}

    /**
     * The assignment that is trained, and which differs from the proposed one where a gate clamped it.
     *
     * @param parameters trainable numbers in the network
     */
    record EffectiveChosen(Assignment effective, long parameters) implements TrialEvent {}

    /**
     * Training loss of single iterations.
     *
     * @param iterations counted from 1 over the whole training
     * @param losses one for each iteration; mean over its batch, without regularisation terms
     */
    record LossesRecorded(List<Integer> iterations, List<Double> losses) implements TrialEvent {}

    /** The network was looked into between two iterations; a Touchstone that did not look yet recorded none. */
    record Looked(TrainingLook look) implements TrialEvent {}

    /**
     * An epoch ended and the validation split was evaluated.
     *
     * @param epoch from 1
     * @param iteration how many were done
     * @param learningRate of the last iteration
     * @param trainLoss mean over the epoch's iterations
     * @param validationLoss the task's loss on the validation split
     * @param value the objective's metric on the validation split
     * @param seconds since training began
     * @param recalls share of each class's validation rows that were taken for it, NaN for a class without; null where
     *     no classes are to be told apart, and in the records of a Touchstone that did not keep it
     * @param train the objective on some train rows; null after epochs that were not asked for it, and in the records of a
     *     Touchstone that asked none
     */
    record EpochEnded(
            int epoch,
            int iteration,
            double learningRate,
            double trainLoss,
            double validationLoss,
            double value,
            double seconds,
            @Nullable List<Double> recalls,
            @Nullable TrainMetric train)
            implements TrialEvent {}

    /**
     * From here training can go on bit for bit as if it had never stopped.
     *
     * @param iteration how many were done
     * @param epoch how many had ended
     * @param artefact with the training's state; deleted when another follows and when the trial has ended for good
     */
    record Checkpointed(int iteration, int epoch, String artefact) implements TrialEvent {}

    /**
     * Training ended, and what findings rest on beside losses, epochs and looks was measured.
     *
     * @param best null when no epoch had a finite value
     */
    record Assessed(TrialPlan plan, @Nullable BestEpoch best) implements TrialEvent {}

    record FindingMade(Finding finding) implements TrialEvent {}

    /** A hypothesis about the trial was put to the test, after its end; a later test of the same one replaces it. */
    record Experimented(Tested tested) implements TrialEvent {}

    /**
     * Training ended by itself.
     *
     * @param bestEpoch whose parameters were kept
     * @param values validation metrics of the best epoch by name; the objective's is among them
     * @param intervals 95 % confidence intervals of the values
     * @param stopped why training ended, in words
     * @param checkpoint artefact with the best epoch's parameters
     * @param predictions artefact with its validation predictions
     * @param decision why training ended; null in the records of a Touchstone that did not keep it
     */
    record Completed(
            int bestEpoch,
            int iterations,
            double seconds,
            Map<String, Double> values,
            Map<String, Interval> intervals,
            String stopped,
            String checkpoint,
            String predictions,
            @Nullable StoppingDecision decision)
            implements TrialEvent {}

    /**
     * A gate rejected the trial.
     *
     * @param parameter the hyperparameter at fault where the gate knows it
     */
    record Gated(String gate, String reason, @Nullable String parameter) implements TrialEvent {}

    /**
     * The trial ended in a failure.
     *
     * @param cause null in the records of a Touchstone that did not keep it
     * @param reason one sentence
     * @param evidence artefact, see {@link Failure}
     */
    record Failed(
            @Nullable FailureCause cause,
            String reason,
            @Nullable String evidence) implements TrialEvent {
        public Failed(Failure failure) {
            this(failure.cause(), failure.reason(), failure.evidence());
        }
    }

    /**
     * The trial stands still and can be carried again.
     *
     * @param cause of what broke; null when somebody asked it to stop
     * @param reason one sentence
     * @param evidence artefact, see {@link Failure}
     */
    record Interrupted(
            @Nullable FailureCause cause,
            String reason,
            @Nullable String evidence) implements TrialEvent {
        /** Asked to stop. */
        public Interrupted(String reason) {
            this(null, reason, null);
        }
    }

    /** What broke the trial, when something did. */
    default Optional<Failure> failure() {
        if (this instanceof Failed failed && failed.cause() != null) {
            return Optional.of(new Failure(failed.cause(), failed.reason(), failed.evidence()));
        } else if (this instanceof Interrupted interrupted && interrupted.cause() != null) {
            return Optional.of(new Failure(interrupted.cause(), interrupted.reason(), interrupted.evidence()));
        }
        return Optional.empty();
    }

    /** The state a trial is in after this event, or null when the event does not change it. */
    default @Nullable TrialState leadsTo() {
        if (this instanceof Started || this instanceof Resumed) {
            return TrialState.RUNNING;
        } else if (this instanceof Completed) {
            return TrialState.COMPLETE;
        } else if (this instanceof Gated) {
            return TrialState.GATED;
        } else if (this instanceof Failed) {
            return TrialState.FAILED;
        } else if (this instanceof Interrupted) {
            return TrialState.INTERRUPTED;
        }
        return null;
    }

    /**
     * Whether a trial in the state may append this event: a running one any, for a claim makes a trial running before it
     * has told of its start; the others only what takes them to a state that they may become. One that never ran has
     * nothing to resume. What ended for good may still be experimented on.
     */
    default boolean mayFollow(TrialState state) {
        if (this instanceof Experimented) {
            return state.isFinal();
        }
        if (this instanceof Resumed && state == TrialState.QUEUED) {
            return false;
        }
        TrialState next = leadsTo();
        return state == TrialState.RUNNING || (next != null && state.mayBecome(next));
    }
}

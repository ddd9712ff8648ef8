package dev.touchstone.trial;

import static dev.touchstone.trial.TrialPipelineTest.range;
import static dev.touchstone.trial.TrialPipelineTest.rate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.Policy;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingCheckpoint;
import dev.touchstone.training.TrainingLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A training whose process is killed, and which goes on from the last checkpoint that was told. */
class TrainingRecorderTest {
    private static final Seed SEED = new Seed(17);
    private static final Assignment ASSIGNMENT = rate(0.1);
    private static final TrialTask TASK = range(Policy.OFF);
    private static final TrainingLoop LOOP = TASK.loop(ASSIGNMENT, SEED);
    private static final int BATCHES = LOOP.shuffle().batchesAnEpoch();

    /** Keeps every checkpoint: which of them a process leaves behind depends on when it is killed. */
    private final MemoryArtefacts artefacts = new MemoryArtefacts() {
        @Override
        public void delete(String name) {}
    };

    private long now;

    /** Its clock lets a checkpoint come before every third iteration. */
    private TrainingRecorder recorder(List<TrialEvent> events) {
        return new TrainingRecorder(
                1,
                (trial, event) -> events.add(event),
                new Checkpoints(1, (trial, event) -> events.add(event), artefacts, null),
                new CheckpointPace(() -> now),
                () -> {
                    now += CheckpointPace.EVERY.toNanos() / 3 + 1;
                    return false;
                });
    }

    private static Learner learner(long seed) {
        return TASK.learners(ASSIGNMENT).regularised(new Seed(seed));
    }

    private static <E extends TrialEvent> Stream<E> all(List<TrialEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Every loss and every validation value with its place. */
    private static List<String> curve(List<TrialEvent> events) {
        return Stream.concat(
                        all(events, TrialEvent.LossesRecorded.class).map(TrialEvent.LossesRecorded::toString),
                        all(events, TrialEvent.EpochEnded.class)
                                .map(epoch -> epoch.epoch() + " " + epoch.iteration() + " " + epoch.trainLoss() + " "
                                        + epoch.validationLoss() + " " + epoch.value()))
                .toList();
    }

    @Test
    void trainingKilledAfterAnyEvent_tellsEverythingOnceAndTheSame() {
        List<TrialEvent> whole = new ArrayList<>();
        try (Learner learner = learner(1)) {
            LOOP.run(learner, recorder(whole));
        }
        List<Integer> checkpoints = all(whole, TrialEvent.Checkpointed.class)
                .map(TrialEvent.Checkpointed::iteration)
                .toList();
        assertThat(checkpoints).hasSize((2 * BATCHES - 1) / 3).anyMatch(iteration -> iteration % BATCHES != 0);
        int first = whole.indexOf(
                all(whole, TrialEvent.Checkpointed.class).findFirst().orElseThrow());

        for (int killed = first + 1; killed <= whole.size(); killed++) {
            List<TrialEvent> parts = new ArrayList<>(whole.subList(0, killed));
            while (!(parts.get(parts.size() - 1) instanceof TrialEvent.Checkpointed)) {
                parts.remove(parts.size() - 1);
            }
            TrialEvent.Checkpointed last = (TrialEvent.Checkpointed) parts.get(parts.size() - 1);
            try (Learner learner = learner(2)) {
                TrainingCheckpoint checkpoint = TrainingCheckpoint.fromBytes(artefacts.get(last.artefact()));
                LOOP.resume(checkpoint, learner, recorder(parts));
            }
            assertThat(curve(parts)).isEqualTo(curve(whole));
        }
    }
}

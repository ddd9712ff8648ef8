package dev.touchstone.trial;

import static dev.touchstone.trial.TrialPipelineTest.TOO_HIGH;
import static dev.touchstone.trial.TrialPipelineTest.range;
import static dev.touchstone.trial.TrialPipelineTest.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.Policy;
import dev.touchstone.space.Assignment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedTrialTest {
    private static final int TRIAL = 3;
    private static final Seed SEED = new Seed(17);
    private static final TrialTask TASK = range(Policy.CLAMP);

    /** Gets clamped, so that what is trained differs from what was proposed. */
    private static final Assignment PROPOSED = rate(TOO_HIGH);

    private final List<TrialEvent> events = new ArrayList<>();
    private final MemoryArtefacts artefacts = new MemoryArtefacts();
    private final AtomicInteger questions = new AtomicInteger(Integer.MAX_VALUE);

    private TrialPipeline pipeline(ArtefactSink sink) {
        return new TrialPipeline(
                TASK,
                (trial, event) -> events.add(event),
                sink,
                GateCache.NONE,
                () -> questions.getAndDecrement() <= 0);
    }

    /** Stops after some iterations; the first question comes before training. */
    private void runUntil(int iteration) {
        questions.set(iteration + 1);
        pipeline(artefacts).run(TRIAL, PROPOSED, SEED);
    }

    private void resumeUntil(int iterations) {
        questions.set(iterations);
        pipeline(artefacts).resume(TRIAL, PROPOSED, SEED, resumption());
    }

    private void resume() {
        resumeUntil(Integer.MAX_VALUE);
    }

    private Resumption resumption() {
        Assignment effective = last(TrialEvent.EffectiveChosen.class).effective();
        TrialEvent.Checkpointed checkpoint = last(TrialEvent.Checkpointed.class);
        return new Resumption(
                effective, checkpoint.artefact(), List.copyOf(events.subList(0, events.indexOf(checkpoint) + 1)));
    }

    private <E extends TrialEvent> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <E extends TrialEvent> E last(Class<E> kind) {
        return all(kind).reduce((earlier, later) -> later).orElseThrow();
    }

    /** What the end of the trial was found to be, with all that it rests on. */
    private List<TrialEvent> diagnosis() {
        return events.stream()
                .filter(event -> event instanceof TrialEvent.Assessed || event instanceof TrialEvent.FindingMade)
                .toList();
    }

    private List<Double> curve() {
        return Stream.concat(
                        all(TrialEvent.LossesRecorded.class).flatMap(event -> event.losses().stream()),
                        all(TrialEvent.EpochEnded.class).map(TrialEvent.EpochEnded::validationLoss))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 13, 25})
    void trialInterruptedWhileTraining_goesOnToTheSameEnd(int iteration) {
        runUntil(Integer.MAX_VALUE - 1);
        List<Double> curve = curve();
        TrialEvent.Completed expected = last(TrialEvent.Completed.class);
        List<TrialEvent> diagnosis = diagnosis();
        events.clear();

        runUntil(iteration);
        assertThat(events).last().isInstanceOf(TrialEvent.Interrupted.class);
        assertThat(last(TrialEvent.Checkpointed.class).iteration()).isEqualTo(iteration);
        int before = events.size();
        resume();

        assertThat(((TrialEvent.Resumed) events.get(before)).iteration()).isEqualTo(iteration);
        assertThat(all(TrialEvent.Started.class)).hasSize(1);
        assertThat(all(TrialEvent.GateJudged.class)).hasSize(1);
        assertThat(all(TrialEvent.EffectiveChosen.class)).hasSize(1);
        assertThat(curve()).isEqualTo(curve);
        assertThat(diagnosis()).isNotEmpty().isEqualTo(diagnosis);
        TrialEvent.Completed completed = last(TrialEvent.Completed.class);
        assertThat(completed.values()).isEqualTo(expected.values());
        assertThat(completed.intervals()).isEqualTo(expected.intervals());
        assertThat(completed.iterations()).isEqualTo(expected.iterations());
        assertThat(artefacts.get(completed.checkpoint())).isEqualTo(artefacts.get(expected.checkpoint()));
        assertThat(artefacts.get(completed.predictions())).isEqualTo(artefacts.get(expected.predictions()));
    }

    @Test
    void checkpoints_areDeletedWhenAnotherFollowsAndAtTheEnd() {
        runUntil(2);
        resumeUntil(3);
        resumeUntil(4);
        assertThat(all(TrialEvent.Checkpointed.class).map(TrialEvent.Checkpointed::iteration))
                .containsExactly(2, 5, 9);
        assertThat(artefacts.kept).containsOnlyKeys(resumption().checkpoint());

        resume();

        TrialEvent.Completed end = last(TrialEvent.Completed.class);
        assertThat(artefacts.kept).containsOnlyKeys(end.checkpoint(), end.predictions());
    }

    @Test
    void damagedCheckpoint_letsTheTrialBeginAnew() {
        runUntil(9);
        byte[] checkpoint = artefacts.get(resumption().checkpoint());
        checkpoint[checkpoint.length / 2] ^= 1;

        assertBeginsAnew();
    }

    @Test
    void missingCheckpoint_letsTheTrialBeginAnew() {
        runUntil(9);
        artefacts.kept.clear();

        assertBeginsAnew();
    }

    private void assertBeginsAnew() {
        Resumption from = resumption();
        events.clear();
        questions.set(Integer.MAX_VALUE);

        pipeline(artefacts).resume(TRIAL, PROPOSED, SEED, from);

        assertThat(events.get(0)).isInstanceOf(TrialEvent.Started.class);
        assertThat(all(TrialEvent.GateJudged.class)).hasSize(1);
        TrialEvent.Completed end = last(TrialEvent.Completed.class);
        assertThat(artefacts.kept).containsOnlyKeys(end.checkpoint(), end.predictions());
    }

    @Test
    void checkpointThatCannotBeWritten_failsTheTrialAndSaysWhy() {
        ArtefactSink full = mock(ArtefactSink.class);
        when(full.put(any())).thenThrow(new UncheckedIOException(new IOException("no space left")));
        questions.set(8);

        pipeline(full).run(TRIAL, PROPOSED, SEED);

        assertThat(((TrialEvent.Failed) events.get(events.size() - 1)).reason())
                .startsWith("the checkpoint after iteration 7 cannot be kept: ")
                .contains("no space left");
    }

    @Test
    void resumedTrialThatFails_leavesNoCheckpoint() {
        runUntil(9);
        Resumption other = new Resumption(
                resumption().effective().with("optimiser", "adam"), resumption().checkpoint(), List.of());

        pipeline(artefacts).resume(TRIAL, PROPOSED, SEED, other);

        assertThat(events).last().isInstanceOf(TrialEvent.Failed.class);
        String trace = events.get(events.size() - 1).failure().orElseThrow().evidence();
        assertThat(artefacts.kept).containsOnlyKeys(trace);
    }
}

package dev.touchstone.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataSpec;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Source;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.Setting;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.LearnerState;
import dev.touchstone.training.Pulse;
import dev.touchstone.training.ScheduleSpec;
import dev.touchstone.training.TrainingSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class TrialPipelineTest {
    private static final int TRIAL = 3;
    private static final Seed SEED = new Seed(17);
    static final double TOO_HIGH = 1e4;

    private static final PreparedData DATA = DataPreparation.prepare(new DataSpec(
                    new Source.Csv(Path.of("search-spaces", "data", "breast-cancer.csv"), "diagnosis"),
                    List.of(),
                    SplitSpec.DEFAULT,
                    Normalisation.STANDARDISE))
            .data();

    private final List<TrialEvent> events = new ArrayList<>();
    private final MemoryArtefacts artefacts = new MemoryArtefacts();

    private static TrialTask task(GateSpec gates) {
        ModelSpec model = new ModelSpec(List.of(
                new LayerSpec.Dense(new Setting.Fixed(8), new Setting.Fixed("relu")),
                new LayerSpec.Output(LossFunction.CROSS_ENTROPY)));
        TrainingSpec training = new TrainingSpec(2, null, ScheduleSpec.CONSTANT);
        return new TrialTask(DATA, AugmentationSpec.NONE, model, gates, training, Metric.ACCURACY, Direction.MAXIMISE);
    }

    /** No gate but the learning-rate range, under a policy. */
    static TrialTask range(Policy policy) {
        return task(new GateSpec(Policy.OFF, Policy.OFF, Policy.OFF, policy));
    }

    static Assignment rate(double learningRate) {
        return new Assignment(Map.of("learning-rate", learningRate, "optimiser", "sgd"));
    }

    private static void run(
            TrialTask task, TrialJournal journal, ArtefactSink sink, BooleanSupplier stop, Assignment proposed) {
        new TrialPipeline(task, journal, sink, GateCache.NONE, stop).run(TRIAL, proposed, SEED);
    }

    /** Carries a trial and returns its last event. */
    private TrialEvent end(TrialTask task, Assignment proposed) {
        run(task, (trial, event) -> events.add(event), artefacts, () -> false, proposed);
        return events.get(events.size() - 1);
    }

    private <E extends TrialEvent> E only(Class<E> kind) {
        List<E> found = events.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void soundTrial_completesWithItsCheckpointAndPredictions() {
        TrialEvent.Completed end = (TrialEvent.Completed) end(range(Policy.OFF), rate(0.1));

        assertThat(events.get(0)).isInstanceOf(TrialEvent.Started.class);
        assertThat(only(TrialEvent.EffectiveChosen.class).effective()).isEqualTo(rate(0.1));
        assertThat(events).filteredOn(TrialEvent.EpochEnded.class::isInstance).hasSize(2);
        assertThat(artefacts.kept).containsOnlyKeys(end.checkpoint(), end.predictions());
        assertThat(LearnerState.fromBytes(artefacts.get(end.checkpoint())).parameters())
                .hasSize(30 * 8 + 8 + 8 * 2 + 2);
        Predictions predictions = Predictions.fromBytes(artefacts.get(end.predictions()));
        assertThat(end.values())
                .containsEntry(
                        "accuracy",
                        Metric.ACCURACY.value(predictions, DATA.validation().targets()))
                .containsOnlyKeys(end.intervals().keySet());
        assertThat(end.values().get("accuracy")).isGreaterThan(0.85);
    }

    @Test
    void lossesOfAllIterations_areRecordedInOrder() {
        end(range(Policy.OFF), rate(0.1));
        List<Integer> iterations = events.stream()
                .filter(TrialEvent.LossesRecorded.class::isInstance)
                .flatMap(event -> ((TrialEvent.LossesRecorded) event).iterations().stream())
                .toList();

        int batches = (DATA.train().count() + 31) / 32;
        assertThat(iterations).hasSize(2 * batches).isSorted().startsWith(1).endsWith(2 * batches);
    }

    @Test
    void trialThatDiffersInItsRateOnly_takesItsRampsFromTheOneBefore() {
        Map<String, String> kept = new HashMap<>();

        List<GateResult> results = Stream.of(0.1, 0.2, 0.1)
                .map(rate -> judged(rate(rate), memory(kept)))
                .toList();

        assertThat(kept).as("three ramps").hasSize(3);
        assertThat(results.get(1).evidence().get("losses"))
                .isEqualTo(results.get(0).evidence().get("losses"));
        assertThat(results.get(2).evidence()).isEqualTo(results.get(0).evidence());
        assertThat(judged(rate(0.2), GateCache.NONE).evidence())
                .isEqualTo(results.get(1).evidence());
        assertThat(networksBeforeTraining(rate(0.3), Policy.PRIOR, memory(kept)))
                .isZero();
        assertThat(networksBeforeTraining(rate(0.3).with("batch-size", 16), Policy.PRIOR, memory(kept)))
                .as("three ramps")
                .isEqualTo(3);
    }

    private GateResult judged(Assignment proposed, GateCache cache) {
        events.clear();
        new TrialPipeline(range(Policy.PRIOR), (trial, event) -> events.add(event), artefacts, cache, () -> true)
                .run(TRIAL, proposed, SEED);
        return only(TrialEvent.GateJudged.class).result();
    }

    private static long networksBeforeTraining(Assignment proposed, Policy policy, GateCache cache) {
        List<Pulse.Work> heard = new ArrayList<>();
        TrialTask task = range(policy).watchedBy(heard::add);
        new TrialPipeline(task, mock(TrialJournal.class), new MemoryArtefacts(), cache, () -> true)
                .run(TRIAL, proposed, SEED);
        return heard.stream().filter(work -> work == Pulse.Work.NETWORK).count();
    }

    private static GateCache memory(Map<String, String> kept) {
        return new GateCache() {
            @Override
            public Optional<String> measured(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keepMeasured(String key, String json) {
                kept.put(key, json);
            }
        };
    }

    @Test
    void watchedTrial_isHeardInItsGatesAndItsTraining() {
        List<Pulse.Work> heard = new ArrayList<>();
        TrialTask watched = range(Policy.CLAMP).watchedBy(heard::add);

        run(watched, (trial, event) -> events.add(event), artefacts, () -> false, rate(TOO_HIGH));

        List<Pulse.Work> training = heard.subList(heard.lastIndexOf(Pulse.Work.NETWORK), heard.size());
        assertThat(heard.subList(0, heard.size() - training.size())).contains(Pulse.Work.STEP);
        assertThat(training)
                .filteredOn(Pulse.Work.STEP::equals)
                .hasSize(only(TrialEvent.Completed.class).iterations());
    }

    @Test
    void rateThatLearnsAtOnce_costsNoRamp() {
        assertThat(networksBeforeTraining(rate(0.1), Policy.CLAMP, GateCache.NONE))
                .isEqualTo(1);
        assertThat(networksBeforeTraining(rate(TOO_HIGH), Policy.CLAMP, GateCache.NONE))
                .isGreaterThan(1);
    }

    @Test
    void rejectedRate_endsTheTrialWithGateReasonAndParameter() {
        TrialEvent.Gated end = (TrialEvent.Gated) end(range(Policy.REJECT), rate(TOO_HIGH));

        assertThat(end.gate()).isEqualTo("learning-rate-range");
        assertThat(end.reason()).contains("too high");
        assertThat(end.parameter()).isEqualTo("learning-rate");
        assertThat(events).noneMatch(TrialEvent.EffectiveChosen.class::isInstance);
    }

    @Test
    void clampedRate_isTrainedWithinTheUsableInterval() {
        TrialEvent end = end(range(Policy.CLAMP), rate(TOO_HIGH));

        GateResult result = only(TrialEvent.GateJudged.class).result();
        double effective = only(TrialEvent.EffectiveChosen.class).effective().number("learning-rate");
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(effective).isBetween((Double) result.evidence().get("usable-low"), (Double)
                result.evidence().get("usable-high"));
        assertThat(events)
                .filteredOn(TrialEvent.EpochEnded.class::isInstance)
                .allMatch(event -> ((TrialEvent.EpochEnded) event).learningRate() == effective);
        assertThat(end).isInstanceOf(TrialEvent.Completed.class);
    }

    @Test
    void adviceOnARate_leavesItAsItWasProposed() {
        TrialEvent end = end(range(Policy.ADVISE), rate(TOO_HIGH));

        assertThat(only(TrialEvent.GateJudged.class).result().verdict()).isEqualTo(Verdict.REJECT);
        assertThat(only(TrialEvent.EffectiveChosen.class).effective()).isEqualTo(rate(TOO_HIGH));
        assertThat(end).isNotInstanceOf(TrialEvent.Gated.class);
    }

    @Test
    void trainingThatIsNotFinite_failsWithAFinding() {
        TrialEvent.Failed end = (TrialEvent.Failed) end(range(Policy.OFF), rate(1e38));

        assertThat(end.reason()).contains("stopped being finite in iteration");
        assertThat(only(TrialEvent.FindingMade.class).finding().code()).isEqualTo("learning-rate-too-high");
        assertThat(artefacts.kept).isEmpty();
    }

    @Test
    void requestToStop_interruptsBeforeAndWhileTraining() {
        run(range(Policy.OFF), (trial, event) -> events.add(event), artefacts, () -> true, rate(0.1));
        assertThat(events).last().isEqualTo(new TrialEvent.Interrupted("stopped before training"));

        events.clear();
        BooleanSupplier afterAnEpoch = () -> events.stream().anyMatch(TrialEvent.EpochEnded.class::isInstance);
        run(range(Policy.OFF), (trial, event) -> events.add(event), artefacts, afterAnEpoch, rate(0.1));
        assertThat(events).last().isEqualTo(new TrialEvent.Interrupted("stopped while training"));
    }

    @Test
    void assignmentThatMakesNoNetwork_failsTheTrial() {
        assertThat(end(range(Policy.OFF), rate(0.1).with("optimiser", "downhill")))
                .isInstanceOf(TrialEvent.Failed.class);
    }

    @Test
    void sinkThatFails_failsTheTrial() {
        ArtefactSink full = mock(ArtefactSink.class);
        when(full.put(any())).thenThrow(new UncheckedIOException(new IOException("no space left")));

        run(range(Policy.OFF), (trial, event) -> events.add(event), full, () -> false, rate(0.1));

        assertThat(((TrialEvent.Failed) events.get(events.size() - 1)).reason()).contains("no space left");
    }

    @Test
    void journalThatRefusesAnEpoch_isToldThatTheTrialFailed() {
        TrialJournal journal = mock(TrialJournal.class);
        doThrow(new IllegalStateException("busy")).when(journal).append(anyInt(), isA(TrialEvent.EpochEnded.class));

        run(range(Policy.OFF), journal, artefacts, () -> false, rate(0.1));

        ArgumentCaptor<TrialEvent> told = ArgumentCaptor.captor();
        verify(journal, atLeastOnce()).append(eq(TRIAL), told.capture());
        Failure failure = told.getValue().failure().orElseThrow();
        assertThat(failure.cause()).isEqualTo(FailureCause.EXCEPTION);
        assertThat(failure.reason()).isEqualTo("java.lang.IllegalStateException: busy");
        assertThat(new String(artefacts.get(failure.evidence()), StandardCharsets.UTF_8))
                .startsWith("java.lang.IllegalStateException: busy")
                .contains("\tat ");
    }

    @Test
    void trialThatIsAnothersNow_isLetGoWithoutAWord() {
        TrialJournal journal = mock(TrialJournal.class);
        ArtefactSink sink = mock(ArtefactSink.class);
        doThrow(new LeaseLost(TRIAL)).when(journal).append(anyInt(), isA(TrialEvent.EpochEnded.class));

        assertThatThrownBy(() -> run(range(Policy.OFF), journal, sink, () -> false, rate(0.1)))
                .isInstanceOf(LeaseLost.class);
        verify(journal, never()).append(anyInt(), isA(TrialEvent.Failed.class));
        verifyNoInteractions(sink);
    }

    @Test
    void journalThatRefusesEverything_letsTheExceptionOut() {
        TrialJournal journal = mock(TrialJournal.class);
        doThrow(new IllegalStateException("gone")).when(journal).append(anyInt(), any());

        assertThatThrownBy(() -> run(range(Policy.OFF), journal, artefacts, () -> false, rate(0.1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
    }

    @Test
    void journalThatRefusesTheEnd_letsTheExceptionOut() {
        TrialJournal journal = mock(TrialJournal.class);
        doThrow(new IllegalStateException("gone")).when(journal).append(anyInt(), isA(TrialEvent.Completed.class));

        assertThatThrownBy(() -> run(range(Policy.OFF), journal, artefacts, () -> false, rate(0.1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyTrial_startsOnceAndItsLastEventIsItsOnlyEnd(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = List.of(Policy.values()).get(random.nextInt(Policy.values().length));
        Assignment assignment = new Assignment(Map.of(
                "learning-rate", Math.pow(10, random.nextDouble(-9, 38)),
                "optimiser", List.of("sgd", "nesterovs", "adam").get(random.nextInt(3)),
                "weight-decay", random.nextDouble()));

        TrialEvent end = end(range(policy), assignment);

        assertThat(events).filteredOn(event -> event.leadsTo() != null).containsExactly(events.get(0), end);
        assertThat(events.get(0).leadsTo()).isEqualTo(TrialState.RUNNING);
        assertThat(end.leadsTo().isFinal()).isTrue();
    }
}

package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.ensemble.Member;
import dev.touchstone.ensemble.Way;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.TrainingGain;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyStore.ClaimedTrial;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.TrainMetric;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.LeaseLost;
import dev.touchstone.trial.Resumption;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link StudyStore} does; a back end's test extends this and says how its store is opened. */
abstract class StudyStoreContract {
    static final String STUDY = "digits";
    static final StudyHead HEAD = new StudyHead(
            STUDY,
            "study: digits\n",
            new Overrides(Map.of("learning-rate", "0.1"), 3, null),
            "ab12",
            "accuracy",
            "maximise",
            new StudyHead.DataSummary(
                    "cd34",
                    "csv data/digits.csv",
                    "70/15/15",
                    "standardise",
                    7,
                    2,
                    1,
                    List.of("0", "1"),
                    List.of("a"),
                    List.of(1, 0),
                    List.of(),
                    List.of(),
                    "binary classification",
                    List.of(),
                    List.of(),
                    List.of()),
            "ef56",
            List.of());
    static final Assignment PROPOSED =
            new Assignment(Map.of("learning-rate", 3.0, "batch-size", 32, "optimiser", "sgd"));
    static final double[] POINT = {0.25, 0.5, 0.75};

    StudyStore store;

    /** Opens the study's store; a second call sees the same facts through connections of its own. */
    abstract StudyStore open();

    @BeforeEach
    void createStudy() {
        store = open();
        store.create(HEAD);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int enqueue() {
        return store.enqueue(PROPOSED, POINT, 42);
    }

    private int running() {
        enqueue();
        return claim().orElseThrow().number();
    }

    private Optional<ClaimedTrial> claim() {
        return store.claim("a worker");
    }

    /** Appends under the lease that the trial is held under. */
    private void append(int trial, TrialEvent... events) {
        store.append(lease(trial), List.of(events));
    }

    private Lease lease(int trial) {
        return store.leases().stream()
                .map(HeldLease::lease)
                .filter(lease -> lease.trial() == trial)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody holds trial " + trial));
    }

    private TrialRecord trial(int number) {
        return store.trial(number).orElseThrow();
    }

    static TrialEvent.Completed completed(double accuracy) {
        return new TrialEvent.Completed(
                2,
                20,
                1.5,
                Map.of("accuracy", accuracy),
                Map.of("accuracy", new Interval(0.5, 1)),
                "all epochs",
                "c",
                "p",
                null);
    }

    static Ensemble ensemble(int trial) {
        Gain gain = new Gain(0.0125, new Interval(-0.0125, 0.025), 0.5);
        return new Ensemble(
                Way.SEEDS,
                trial,
                List.of(
                        new Member(trial, 0.75, 42, List.of(), 0.975, "c", "p"),
                        new Member(trial, 0.25, Long.MIN_VALUE, List.of(3, 4), Double.NaN, "c2", "p2")),
                Map.of("accuracy", 0.9875),
                Map.of("accuracy", new Interval(0.5, 1)),
                gain,
                new Gain(0.005, new Interval(Double.NaN, Double.NaN), null),
                List.of("left out, seed 7: killed"));
    }

    static TrialEvent.EpochEnded epoch(int epoch) {
        return new TrialEvent.EpochEnded(epoch, epoch * 10, 0.1, 0.5, 0.6, 0.9, 0.7, null, null);
    }

    static TrialEvent end(TrialState state) {
        return switch (state) {
            case COMPLETE -> completed(0.9);
            case GATED -> new TrialEvent.Gated("learning-rate-range", "too high", "learning-rate");
            case FAILED -> new TrialEvent.Failed(new Failure(FailureCause.NOT_FINITE, "loss is not a number"));
            case INTERRUPTED -> new TrialEvent.Interrupted("stopped by the user");
            default -> throw new IllegalArgumentException("no event leads to " + state);
        };
    }

    @Test
    void measure_isFoundByEveryStoreAndStaysAsItWasKeptFirst() {
        assertThat(store.measured("ab12")).isEmpty();

        store.keepMeasured("ab12", "[1, 2]");
        store.keepMeasured("ab12", "[3]");

        try (StudyStore other = open()) {
            assertThat(other.measured("ab12")).contains("[1, 2]");
            assertThat(other.measured("cd34")).isEmpty();
        }
    }

    @Test
    void headOfACreatedStudy_isReadBack() {
        assertThat(store.head()).contains(HEAD);
    }

    @Test
    void study_isNotCreatedTwice() {
        assertThatThrownBy(() -> store.create(HEAD)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void newStudy_isRunningAndHasNoTrials() {
        StudyRecord study = store.read();

        assertThat(study.status()).isEqualTo(StudyStatus.RUNNING);
        assertThat(study.trials()).isEmpty();
        assertThat(store.counts()).isEmpty();
        assertThat(study.created()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @EnumSource
    void status_isKept(StudyStatus status) {
        store.setStatus(status);

        assertThat(store.read().status()).isEqualTo(status);
    }

    @Test
    void numberOfTrials_isTheOneKeptLast() {
        assertThat(store.trials()).isEmpty();
        store.setTrials(24);
        store.setTrials(40);

        assertThat(store.trials()).contains(40);
    }

    @Test
    void everyChange_movesTheTimeOfUpdate() {
        Stream<Runnable> changes = Stream.of(
                this::enqueue,
                () -> claim(),
                () -> append(1, new TrialEvent.Started(Map.of())),
                () -> store.note(1, "odd"),
                () -> store.setTrials(3),
                () -> store.setStatus(StudyStatus.FINISHED));

        changes.forEach(change -> {
            Instant before = store.read().updated();
            change.run();
            assertThat(store.read().updated()).isAfter(before);
        });
    }

    @Test
    void experimentsOnATrialThatHasEnded_areKeptAndReplaceEarlierOnes() {
        enqueue();
        claim();
        append(1, new TrialEvent.Started(Map.of()));
        Tested broken = Tested.broken(FindingCode.BATCH_SIZE, "it crashed");
        assertThatThrownBy(() -> store.keepTested(1, List.of(broken))).isInstanceOf(IllegalStateException.class);
        append(1, new TrialEvent.Gated("build", "too wide", null));
        TrainingGain gain = new TrainingGain(0.3, 0.9, 0.6, new Interval(0.5, 0.7), 3);
        Tested confirmed = new Tested(
                "batch-size", "with batches of 8 rows", "set 8", "accuracy", 3, 90, 1.5, new Outcome.Confirmed(gain));

        store.keepTested(1, List.of(broken));
        store.keepTested(1, List.of(confirmed));

        assertThat(trial(1).tested()).containsExactly(confirmed);
        assertThat(trial(1).findings()).singleElement().matches(Finding::confirmed);
        assertThat(trial(1).state()).isEqualTo(TrialState.GATED);
    }

    @Test
    void trials_areNumberedFromOneOn() {
        assertThat(List.of(enqueue(), enqueue(), enqueue())).containsExactly(1, 2, 3);
    }

    @Test
    void queuedTrial_holdsWhatWasProposedAndNothingElse() {
        assertThat(trial(enqueue()))
                .isEqualTo(new TrialRecord(
                        1,
                        TrialState.QUEUED,
                        null,
                        PROPOSED,
                        null,
                        42,
                        0,
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    @Test
    void trialThatIsNotThere_isAbsent() {
        assertThat(store.trial(1)).isEmpty();
    }

    @Test
    void claim_takesTheLowestNumberThatWaits() {
        int first = running();
        enqueue();
        enqueue();
        append(first, end(TrialState.INTERRUPTED));

        assertThat(claim()).contains(new ClaimedTrial(new Lease(1, 2), PROPOSED, 42, null));
        assertThat(claim().map(ClaimedTrial::number)).contains(2);
        assertThat(claim().map(ClaimedTrial::number)).contains(3);
        assertThat(claim()).isEmpty();
        assertThat(store.counts()).isEqualTo(Map.of(TrialState.RUNNING, 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "GATED", "FAILED"})
    void trialThatEnded_isNeverClaimedAgain(TrialState state) {
        append(running(), end(state));

        assertThat(claim()).isEmpty();
    }

    @Test
    void trialClaimedByMany_isGivenToOne() throws Exception {
        int trials = 200;
        IntStream.range(0, trials).forEach(i -> enqueue());

        try (StudyStore second = open()) {
            List<List<Integer>> claimed = inParallel(Stream.of(store, second, store, second)
                    .<Callable<List<Integer>>>map(shared -> () -> claimAll(shared))
                    .toList());

            assertThat(claimed.stream().flatMap(List::stream)).hasSize(trials).doesNotHaveDuplicates();
        }
    }

    static List<Integer> claimAll(StudyStore store) {
        return Stream.generate(() -> store.claim("one of many"))
                .takeWhile(Optional::isPresent)
                .map(claimed -> claimed.orElseThrow().number())
                .toList();
    }

    @Test
    void trialsEnqueuedByMany_haveNumbersOfTheirOwn() throws Exception {
        try (StudyStore second = open()) {
            List<Integer> numbers = inParallel(IntStream.range(0, 60)
                    .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0 ? store : second).enqueue(PROPOSED, POINT, i))
                    .toList());

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 60).boxed().toList());
        }
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<T>> futures = threads.invokeAll(tasks);
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void completeTrial_isFoldedFromItsEvents() {
        GateResult gate = new GateResult(
                "learning-rate-range",
                Verdict.WARN,
                "the rate was moved",
                "learning-rate",
                0.5,
                Map.of("losses", List.of(2.3, Double.NaN, Double.POSITIVE_INFINITY), "method", "ramp"));
        Assignment effective = PROPOSED.with("learning-rate", 0.4);
        Finding finding = new Finding("odd", Severity.INFO, "cause", true, Map.of("loss", Double.NaN), "remedy");
        TrainingLook look = new TrainingLook(
                40,
                0.1,
                0.3,
                0,
                1,
                0.2,
                Double.NaN,
                0.25,
                List.of(new TrainingLook.LayerLook("0-dense", false, 1, 0, 0, 0.5, 10, 0.01)),
                new NoiseScale(9, Double.NaN));
        TrialEvent.EpochEnded epoch = new TrialEvent.EpochEnded(
                2, 20, 0.1, 0.5, 0.6, 0.9, 0.7, null, new TrainMetric(0.95, 64, List.of(0.9, Double.NaN)));
        int number = running();

        append(number, new TrialEvent.Started(Map.of("jvm", "17")));
        append(number, new TrialEvent.GateJudged(gate));
        append(number, new TrialEvent.EffectiveChosen(effective, 4810));
        append(number, new TrialEvent.LossesRecorded(List.of(1, 2), List.of(2.3, Double.NaN)));
        append(number, new TrialEvent.Looked(look));
        append(number, epoch(1));
        append(number, new TrialEvent.LossesRecorded(List.of(3), List.of(0.25)));
        append(number, epoch);
        append(number, new TrialEvent.FindingMade(finding));
        append(number, completed(0.975));

        TrialRecord trial = trial(number);
        assertThat(trial)
                .isEqualTo(new TrialRecord(
                        1,
                        TrialState.COMPLETE,
                        null,
                        PROPOSED,
                        effective,
                        42,
                        4810,
                        Map.of("jvm", "17"),
                        List.of(gate),
                        List.of(epoch(1), epoch),
                        List.of(1, 2, 3),
                        List.of(2.3, Double.NaN, 0.25),
                        List.of(look),
                        null,
                        List.of(finding),
                        List.of(),
                        completed(0.975),
                        List.of(),
                        List.of(),
                        trial.started(),
                        trial.ended()));
        assertThat(trial.started())
                .isBeforeOrEqualTo(trial.ended())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(store.read().trials()).containsExactly(trial);
    }

    @ParameterizedTest
    @EnumSource(names = {"GATED", "FAILED", "INTERRUPTED"})
    void trialThatEndedEarly_saysWhy(TrialState state) {
        int number = running();
        append(number, new TrialEvent.Started(Map.of()));
        append(number, end(state));

        TrialRecord trial = trial(number);
        assertThat(trial.state()).isEqualTo(state);
        assertThat(trial.reason()).isIn("too high", "loss is not a number", "stopped by the user");
        assertThat(trial.ended()).isNotNull();
    }

    @Test
    void trialThatRunsAgain_forgetsItsEarlierStart() {
        int number = running();
        append(number, new TrialEvent.Started(Map.of("jvm", "17")));
        append(number, epoch(1));
        append(number, end(TrialState.INTERRUPTED));
        claim();
        assertThat(trial(number))
                .extracting(TrialRecord::reason, TrialRecord::ended)
                .containsOnlyNulls();

        append(number, new TrialEvent.Started(Map.of("jvm", "25")));

        TrialRecord trial = trial(number);
        assertThat(trial.state()).isEqualTo(TrialState.RUNNING);
        assertThat(trial.environment()).isEqualTo(Map.of("jvm", "25"));
        assertThat(trial.epochs()).isEmpty();
        assertThat(trial.ended()).isNull();
    }

    private static final Assignment EFFECTIVE = PROPOSED.with("learning-rate", 0.4);
    private static final GateResult GATE = new GateResult("build", Verdict.PASS, "it builds", null, 0.5, Map.of());

    /** A trial that was stopped two iterations after a checkpoint in its second epoch. */
    private int interruptedAfterACheckpoint() {
        int number = running();
        append(
                number,
                new TrialEvent.Started(Map.of("jvm", "17")),
                new TrialEvent.GateJudged(GATE),
                new TrialEvent.EffectiveChosen(EFFECTIVE, 4810),
                new TrialEvent.LossesRecorded(List.of(1, 2), List.of(2.5, 2.0)),
                epoch(1),
                new TrialEvent.Checkpointed(2, 1, "first"),
                new TrialEvent.LossesRecorded(List.of(3, 4), List.of(1.5, 1.0)),
                epoch(2),
                new TrialEvent.Checkpointed(4, 2, "second"),
                new TrialEvent.LossesRecorded(List.of(5, 6), List.of(0.75, 0.5)),
                epoch(3),
                end(TrialState.INTERRUPTED));
        return number;
    }

    @Test
    void interruptedTrialWithACheckpoint_isClaimedWithTheLastOne() {
        interruptedAfterACheckpoint();

        ClaimedTrial claimed = claim().orElseThrow();
        assertThat(claimed.lease()).isEqualTo(new Lease(1, 2));
        assertThat(claimed.resumption().effective()).isEqualTo(EFFECTIVE);
        assertThat(claimed.resumption().checkpoint()).isEqualTo("second");
        assertThat(claimed.resumption().told())
                .hasSize(9)
                .endsWith(epoch(2), new TrialEvent.Checkpointed(4, 2, "second"));
    }

    @Test
    void trialThatGoesOn_hasEverythingOnceHoweverOftenItWasInterrupted() {
        int number = interruptedAfterACheckpoint();
        for (int again = 0; again < 2; again++) {
            claim();
            append(
                    number,
                    new TrialEvent.Resumed(Map.of("jvm", "25"), 4),
                    new TrialEvent.LossesRecorded(List.of(5, 6), List.of(0.75, 0.5)),
                    epoch(3),
                    end(TrialState.INTERRUPTED));
        }
        assertThat(claim())
                .map(ClaimedTrial::resumption)
                .map(Resumption::checkpoint)
                .contains("second");
        append(
                number,
                new TrialEvent.Resumed(Map.of("jvm", "25"), 4),
                new TrialEvent.LossesRecorded(List.of(5, 6), List.of(0.75, 0.5)),
                epoch(3),
                completed(0.9));

        TrialRecord trial = trial(number);
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
        assertThat(trial.gates()).containsExactly(GATE);
        assertThat(trial.effective()).isEqualTo(EFFECTIVE);
        assertThat(trial.epochs()).containsExactly(epoch(1), epoch(2), epoch(3));
        assertThat(trial.lossIterations()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(trial.losses()).containsExactly(2.5, 2.0, 1.5, 1.0, 0.75, 0.5);
        assertThat(trial.environment()).isEqualTo(Map.of("jvm", "25"));
        assertThat(trial.reason()).isNull();
        assertThat(store.read().trials()).containsExactly(trial);
    }

    @Test
    void trialThatBeginsAnew_hasNoCheckpointAnyMore() {
        int number = interruptedAfterACheckpoint();
        claim();
        append(number, new TrialEvent.Started(Map.of()), end(TrialState.INTERRUPTED));

        assertThat(claim()).contains(new ClaimedTrial(new Lease(1, 3), PROPOSED, 42, null));
        assertThat(trial(number).lossIterations()).isEmpty();
    }

    static Stream<TrialEvent> events() {
        return Stream.of(
                new TrialEvent.Started(Map.of()),
                new TrialEvent.Resumed(Map.of(), 10),
                new TrialEvent.Checkpointed(10, 1, "ab"),
                new TrialEvent.EffectiveChosen(PROPOSED, 1),
                epoch(1),
                completed(0.9),
                end(TrialState.GATED),
                end(TrialState.FAILED),
                end(TrialState.INTERRUPTED));
    }

    @ParameterizedTest
    @MethodSource("events")
    void finalTrial_takesNoEvent(TrialEvent event) {
        int number = running();
        Lease lease = lease(number);
        append(number, end(TrialState.FAILED));
        TrialRecord before = trial(number);

        assertThatThrownBy(() -> store.append(lease, List.of(event))).isInstanceOf(LeaseLost.class);
        assertThat(trial(number)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("events")
    void queuedTrial_takesNoEvent(TrialEvent event) {
        int number = enqueue();

        assertThatThrownBy(() -> store.append(new Lease(number, 0), List.of(event)))
                .isInstanceOf(LeaseLost.class);
        assertThat(trial(number).state()).isEqualTo(TrialState.QUEUED);
    }

    @Test
    void eventsOfWhichOneIsRefused_areAllLeftOut() {
        int number = running();
        append(number, new TrialEvent.Started(Map.of()));

        assertThatThrownBy(() -> append(number, epoch(1), end(TrialState.FAILED), epoch(2)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(trial(number).epochs()).isEmpty();
        assertThat(trial(number).state()).isEqualTo(TrialState.RUNNING);
    }

    @Test
    void leaseOfATrialThatIsNotThere_isLost() {
        assertThatThrownBy(() -> store.append(new Lease(7, 1), List.of(epoch(1))))
                .isInstanceOf(LeaseLost.class)
                .hasMessageContaining("7");
    }

    @Test
    void workerWhoseTrialWasGivenToAnother_canNeitherWriteNorRenew() {
        int number = running();
        Lease early = lease(number);
        assertThat(store.revoke(early, end(TrialState.INTERRUPTED))).isTrue();
        claim();

        assertThatThrownBy(() -> store.append(early, List.of(epoch(1)))).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.append(early, List.of(completed(1)))).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> store.renew(early)).isInstanceOf(LeaseLost.class);
        assertThat(store.revoke(early, end(TrialState.FAILED))).isFalse();
        append(number, epoch(1));
        assertThat(trial(number).epochs()).containsExactly(epoch(1));
        assertThat(trial(number).state()).isEqualTo(TrialState.RUNNING);
    }

    @Test
    void leases_tellWhoHoldsWhatAndWhenTheyWereHeardOf() {
        enqueue();
        enqueue();
        enqueue();
        store.claim("first");
        store.claim("second");
        append(1, completed(0.9));
        HeldLease before = store.leases().get(0);

        store.renew(before.lease());

        assertThat(before.worker()).isEqualTo("second");
        assertThat(before.lease()).isEqualTo(new Lease(2, 1));
        assertThat(store.leases()).singleElement().satisfies(after -> {
            assertThat(after.lease()).isEqualTo(before.lease());
            assertThat(after.renewed()).isAfter(before.renewed());
        });
    }

    @Test
    void failures_areKeptThroughEveryStart() {
        Failure crash = new Failure(FailureCause.NATIVE_CRASH, "SIGSEGV in libnd4j", "ab12");
        int number = running();
        append(number, new TrialEvent.Started(Map.of()), crash.event(1, 0));
        claim();
        append(number, new TrialEvent.Started(Map.of()), completed(0.9));

        assertThat(trial(number).state()).isEqualTo(TrialState.COMPLETE);
        assertThat(trial(number).failures()).containsExactly(crash);
        assertThat(trial(number).reason()).isNull();
    }

    @Test
    void pendingTrials_areThoseThatHaveNotEndedForGood() {
        for (TrialState state : List.of(TrialState.COMPLETE, TrialState.FAILED, TrialState.INTERRUPTED)) {
            append(running(), end(state));
        }
        running(); // the interrupted one again
        enqueue();

        assertThat(store.pending()).containsExactly(3, 4, 5);
    }

    @Test
    void notes_areKeptInOrderWhateverTheState() {
        int number = running();
        store.note(number, "first");
        append(number, end(TrialState.FAILED));
        store.note(number, "'); DROP TABLE note; -- ✓");

        assertThat(trial(number).notes())
                .extracting(TrialRecord.Note::text)
                .containsExactly("first", "'); DROP TABLE note; -- ✓");
        assertThat(store.read().trials().get(0).notes()).isEqualTo(trial(number).notes());
    }

    @Test
    void noteOnATrialThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> store.note(1, "lost")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ensembles_areNumberedFromOneOnAndReadBackAsTheyWereKept() {
        assertThat(store.ensembles()).isEmpty();

        assertThat(store.keep(ensemble(1))).isEqualTo(1);
        assertThat(store.keep(ensemble(2))).isEqualTo(2);

        try (StudyStore other = open()) {
            assertThat(other.ensembles()).extracting(KeptEnsemble::number).containsExactly(1, 2);
            assertThat(other.ensembles()).extracting(KeptEnsemble::ensemble).containsExactly(ensemble(1), ensemble(2));
            assertThat(other.read().ensembles()).isEqualTo(other.ensembles());
        }
    }

    @Test
    void ensemblesKeptByMany_haveNumbersOfTheirOwn() throws Exception {
        try (StudyStore second = open()) {
            List<Integer> numbers = inParallel(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0 ? store : second).keep(ensemble(1)))
                    .toList());

            assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void counts_tellHowManyTrialsAreInEachState() {
        append(running(), end(TrialState.GATED));
        append(running(), end(TrialState.GATED));
        running();
        enqueue();

        assertThat(store.counts()).isEqualTo(Map.of(TrialState.GATED, 2, TrialState.RUNNING, 1, TrialState.QUEUED, 1));
    }

    @Test
    void whatWasWritten_isThereAfterReopening() {
        int number = running();
        append(number, completed(0.9));
        StudyRecord before = store.read();
        store.close();

        store = open();

        assertThat(store.read()).isEqualTo(before);
    }
}

package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts are taken for. */
class TrialDiagnosisTest {
    private static final double PRIOR = Math.log(10);
    private static final List<StoppingRule> RULES = List.copyOf(EnumSet.allOf(StoppingRule.class));

    private static TrialPlan plan(double weightDecay) {
        return new TrialPlan(
                0.01,
                32,
                weightDecay,
                0,
                20,
                40,
                5,
                1280,
                270,
                true,
                null,
                "accuracy",
                Direction.MAXIMISE,
                PRIOR,
                "adam",
                null,
                null);
    }

    /** Any facts, sound ones and strange ones alike. */
    private static TrialFacts any(SplittableRandom random) {
        LossCurve losses = new LossCurve();
        int iterations = random.nextInt(0, 1_500);
        double from = random.nextDouble(0.1, 30);
        double to = random.nextDouble(0, random.nextBoolean() ? 3 : 30);
        for (int i = 0; i < iterations; i++) {
            losses.add(from + (to - from) * i / iterations + random.nextDouble(0.3));
        }
        List<EpochFacts> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= iterations / 40; epoch++) {
            epochs.add(new EpochFacts(
                    epoch,
                    random.nextDouble(0.01),
                    random.nextDouble(3),
                    random.nextInt(10) / 10.0,
                    random.nextBoolean() ? Double.NaN : random.nextDouble()));
        }
        List<TrainingLook> looks = new ArrayList<>();
        for (int i = 40; i <= iterations; i += 200) {
            looks.add(new TrainingLook(
                    i,
                    0.01,
                    random.nextDouble(3),
                    random.nextDouble(9),
                    random.nextDouble(20),
                    0.1,
                    0.5,
                    random.nextDouble(),
                    List.of(layer("0-dense", random), layer("1-output", random)),
                    random.nextBoolean() ? null : new NoiseScale(random.nextDouble(9), random.nextDouble(-1, 1))));
        }
        double value = random.nextDouble();
        double train = random.nextDouble();
        BestEpoch best = new BestEpoch(
                1 + random.nextInt(20),
                value,
                new Interval(value - 0.05, value + 0.05),
                random.nextDouble(3),
                train,
                new Interval(train - 0.05, train + 0.05),
                0.1,
                random.nextDouble(0.3),
                0.3,
                List.of(
                        new BestEpoch.OfClass("a", 0.99, 200, random.nextInt(200)),
                        new BestEpoch.OfClass("b", 0.01, 70, 0)),
                null);
        boolean broken = random.nextInt(5) == 0;
        return new TrialFacts(
                plan(random.nextDouble(5)),
                losses,
                new RepeatedBatches(),
                epochs,
                looks,
                broken || iterations == 0 ? null : best,
                broken ? null : decision(random),
                broken ? new TrainingOutcome.NotFinite("loss", 3, 0.01, Double.NaN) : null);
    }

    private static StoppingDecision decision(SplittableRandom random) {
        return new StoppingDecision(
                RULES.get(random.nextInt(RULES.size())),
                new StoppingDecision.Watched(
                        "accuracy", 3, 0.5, random.nextBoolean() ? 5 : null, 5, 0, null, null, 20));
    }

    private static TrainingLook.LayerLook layer(String name, SplittableRandom random) {
        return new TrainingLook.LayerLook(
                name,
                random.nextInt(6) == 0,
                1,
                random.nextDouble(),
                random.nextDouble(),
                Math.pow(10, random.nextDouble(-8, 3)),
                10,
                Math.pow(10, random.nextDouble(-6, 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findings_neverContradictEachOtherAndCausesComeBeforeSymptoms(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int several = 0;
        for (int i = 0; i < 500; i++) {
            List<Finding> findings = TrialDiagnosis.of(any(random));
            several += findings.size() > 1 ? 1 : 0;
            for (int later = 1; later < findings.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    Finding first = findings.get(earlier);
                    Finding second = findings.get(later);
                    assertThat(code(first).excludes(code(second))).isFalse();
                    assertThat(first.code()).isNotEqualTo(second.code());
                    assertThat(isAlarm(second) && !isAlarm(first)).isFalse();
                    if (isAlarm(first) == isAlarm(second)) {
                        assertThat(code(first).nature())
                                .isLessThanOrEqualTo(code(second).nature());
                    }
                }
            }
        }
        assertThat(several).isGreaterThan(250);
    }

    @Test
    void trainingThatSettledAndLearntLittle_hasACauseNamed() {
        SplittableRandom random = new SplittableRandom(3);
        int settled = 0;
        for (int i = 0; i < 1_000; i++) {
            TrialFacts facts = any(random);
            if (facts.isImpaired() && facts.best() != null && !facts.losses().isEmpty() && !facts.isCutShort()) {
                settled++;
                assertThat(TrialDiagnosis.of(facts))
                        .anyMatch(finding -> code(finding).nature() == FindingCode.Nature.CAUSE);
            }
        }
        assertThat(settled).isGreaterThan(100);
    }

    private static boolean isAlarm(Finding finding) {
        return finding.severity() != Severity.INFO;
    }

    private static FindingCode code(Finding finding) {
        return FindingCode.named(finding.code()).orElseThrow();
    }

    @Test
    void sameFacts_giveTheSameFindings() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(TrialDiagnosis.of(any(new SplittableRandom(seed))))
                    .isEqualTo(TrialDiagnosis.of(any(new SplittableRandom(seed))));
        }
    }

    /** A sound training of 12 of 20 epochs, whose validation loss fell to its end while accuracy stood still. */
    private static List<Finding> endedBy(StoppingRule rule, Integer patience) {
        LossCurve losses = new LossCurve();
        List<EpochFacts> epochs = new ArrayList<>();
        for (int i = 0; i < 480; i++) {
            losses.add(0.1 + 2 * Math.exp(-i / 60.0));
        }
        for (int epoch = 1; epoch <= 12; epoch++) {
            epochs.add(new EpochFacts(epoch, 0.009, 1 - 0.05 * epoch, 0.5, Double.NaN));
        }
        Interval interval = new Interval(0.4, 0.6);
        BestEpoch best = new BestEpoch(1, 0.5, interval, 0.1, 0.5, interval, 0.1, 0.3, 0.3, List.of(), null);
        StoppingDecision decision = new StoppingDecision(
                rule, new StoppingDecision.Watched("accuracy", 1, 0.5, patience, 11, 0, 0.002, null, 20));
        return TrialDiagnosis.of(
                new TrialFacts(plan(0), losses, new RepeatedBatches(), epochs, List.of(), best, decision, null));
    }

    @ParameterizedTest
    @CsvSource({"PATIENCE, 11, {patience: auto}", "TREND,, finer metric"})
    void stopWhileTheValidationLossFell_tellsHowLongWasWaitedAndInWhatNoise(
            StoppingRule rule, Integer patience, String remedy) {
        assertThat(endedBy(rule, patience))
                .filteredOn(finding -> finding.code().equals("early-stopped-on-noise"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.cause())
                            .startsWith("training stopped after 11 epochs without a better accuracy");
                    assertThat(finding.remedy()).contains(remedy);
                    assertThat(finding.evidence()).containsEntry("noise", 0.002).containsEntry("waited", 11);
                });
    }

    @Test
    void clockThatEndsATraining_isNoEarlyStoppingAndASchedulesMismatch() {
        assertThat(endedBy(StoppingRule.SECONDS, 5))
                .extracting(Finding::code)
                .contains("schedule-mismatch")
                .doesNotContain("early-stopped-on-noise", "metric-too-coarse");
        assertThat(endedBy(StoppingRule.SECONDS, 5))
                .filteredOn(finding -> finding.code().equals("schedule-mismatch"))
                .allMatch(finding -> finding.remedy().endsWith("or more seconds"));
    }

    @Test
    void trainingThatBrokeOff_isAnErrorEvenWithoutASingleEpoch() {
        TrialFacts facts = new TrialFacts(
                plan(0),
                new LossCurve(),
                new RepeatedBatches(),
                List.of(),
                List.of(),
                null,
                null,
                new TrainingOutcome.NotFinite("loss", 3, 0.01, Double.NaN));

        assertThat(TrialDiagnosis.of(facts))
                .singleElement()
                .matches(finding ->
                        finding.code().equals("learning-rate-too-high") && finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256, 1_000, 100_000})
    void curve_isBoundedAndKeepsMeansWhateverItsLength(int iterations) {
        LossCurve curve = new LossCurve();
        for (int i = 0; i < iterations; i++) {
            curve.add(i);
        }

        assertThat(curve.parts()).hasSizeLessThanOrEqualTo(256);
        assertThat(curve.first()).isZero();
        assertThat(curve.stretch(0, 1).getN()).isEqualTo(iterations);
        assertThat(curve.stretch(0, 1).getMean()).isCloseTo((iterations - 1) / 2.0, within(1e-6));
    }

    /** A training of the same or of mixed batches, each of which costs what its rows cost. */
    private static List<Finding> batches(boolean mixed) {
        SplittableRandom random = new SplittableRandom(9);
        double[] costs = random.doubles(40, 1, 3).toArray();
        RepeatedBatches batches = new RepeatedBatches();
        LossCurve losses = new LossCurve();
        for (int epoch = 0; epoch < 10; epoch++) {
            List<Double> ofEpoch = new ArrayList<>();
            for (double cost : costs) {
                double loss = (mixed ? random.nextDouble(1, 3) : cost) * (1 - 0.02 * epoch) + random.nextDouble(0.3);
                ofEpoch.add(loss);
                losses.add(loss);
            }
            batches.add(ofEpoch);
        }
        Interval interval = new Interval(0.4, 0.6);
        BestEpoch best = new BestEpoch(10, 0.4, interval, 1.8, 0.4, interval, 0.1, 0.3, 0.3, List.of(), null);
        return TrialDiagnosis.of(new TrialFacts(
                plan(0), losses, batches, List.of(), List.of(), best, decision(new SplittableRandom(1)), null));
    }

    @Test
    void batchesThatAreTheSameInEachEpoch_areTheFirstFindingAndMixedOnesAreNone() {
        assertThat(batches(false).get(0))
                .matches(first -> first.code().equals("batch-construction") && first.severity() == Severity.WARNING);
        assertThat(batches(true)).extracting(Finding::code).doesNotContain("batch-construction");
    }

    /** A training whose train rows do better than its validation rows, as much as was measured of its course. */
    private static Finding overfitting(double... trainValues) {
        LossCurve losses = new LossCurve();
        List<EpochFacts> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= trainValues.length; epoch++) {
            losses.add(0.1);
            epochs.add(new EpochFacts(epoch, 0.01, 1, 0.5, trainValues[epoch - 1]));
        }
        BestEpoch best = new BestEpoch(
                trainValues.length - 1,
                0.5,
                new Interval(0.45, 0.55),
                0.1,
                0.9,
                new Interval(0.85, 0.95),
                0.1,
                0.3,
                0.3,
                List.of(),
                null);
        return TrialDiagnosis.of(new TrialFacts(
                        plan(0),
                        losses,
                        new RepeatedBatches(),
                        epochs,
                        List.of(),
                        best,
                        new StoppingDecision(StoppingRule.EPOCHS, null),
                        null))
                .stream()
                .filter(finding -> finding.code().equals("overfitting"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void overfitting_tellsFromWhenTrainRowsDidBetter() {
        double none = Double.NaN;
        assertThat(overfitting(0.4, none, 0.7, 0.5, none, 0.8, 0.9, 0.5).evidence())
                .containsEntry("parted-by-epoch", 6);
        assertThat(overfitting(none, none, none).evidence()).doesNotContainKey("parted-by-epoch");
        assertThat(overfitting(0.9, 0.5, 0.9).evidence()).doesNotContainKey("parted-by-epoch");
    }

    /** A training that ended while its loss fell, with gradients of some noise. */
    private static List<Finding> cutShort(NoiseScale noise) {
        LossCurve losses = new LossCurve();
        for (int i = 0; i < 400; i++) {
            losses.add(PRIOR * (1 - i / 1_000.0));
        }
        TrainingLook look = new TrainingLook(
                40,
                0.01,
                2,
                0,
                1,
                0.1,
                0.5,
                0,
                List.of(new TrainingLook.LayerLook("0-output", false, 1, 0, 0, 1, 10, 0.02)),
                noise);
        Interval interval = new Interval(0.35, 0.45);
        BestEpoch best = new BestEpoch(20, 0.4, interval, 1.4, 0.4, interval, 0.1, 0.3, 0.3, List.of(), null);
        return TrialDiagnosis.of(new TrialFacts(
                plan(0),
                losses,
                new RepeatedBatches(),
                List.of(),
                List.of(look),
                best,
                new StoppingDecision(StoppingRule.EPOCHS, null),
                null));
    }

    @Test
    void batchesFarAboveTheNoiseScale_areToldForInformationWhereStepsWereTooFew() {
        assertThat(cutShort(new NoiseScale(2, 1)))
                .filteredOn(finding -> finding.code().equals("batch-size"))
                .singleElement()
                .matches(finding -> finding.severity() == Severity.INFO
                        && finding.evidence().get("gradient-noise-scale").equals(2.0));
        assertThat(cutShort(new NoiseScale(64, 1))).extracting(Finding::code).doesNotContain("batch-size");
        assertThat(cutShort(null)).extracting(Finding::code).doesNotContain("batch-size");
    }

    @Test
    void noise_isNoSlope() {
        SplittableRandom random = new SplittableRandom(5);
        int falls = 0;
        for (int i = 0; i < 1_000; i++) {
            falls += Noise.falls(random.doubles(8).toArray()) ? 1 : 0;
        }

        assertThat(falls).isLessThan(20); // 5 expected: 1 % of slopes, half of them downwards
        assertThat(Noise.falls(new double[] {4, 3, 2.1, 0.9})).isTrue();
    }
}

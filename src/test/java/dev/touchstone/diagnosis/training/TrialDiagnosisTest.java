package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts are taken for. */
class TrialDiagnosisTest {
    private static final double PRIOR = Math.log(10);

    private static TrialPlan plan(double weightDecay) {
        return new TrialPlan(
                0.01, 32, weightDecay, 0, 20, 40, 5, 1280, 270, true, null, "accuracy", Direction.MAXIMISE, PRIOR);
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
            epochs.add(new EpochFacts(epoch, random.nextDouble(0.01), random.nextDouble(3), random.nextInt(10) / 10.0));
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
                    List.of(layer("0-dense", random), layer("1-output", random))));
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
                        new BestEpoch.OfClass("b", 0.01, 70, 0)));
        boolean broken = random.nextInt(5) == 0;
        return new TrialFacts(
                plan(random.nextDouble(5)),
                losses,
                epochs,
                looks,
                broken || iterations == 0 ? null : best,
                broken ? new TrainingOutcome.NotFinite("loss", 3, 0.01, Double.NaN) : null);
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
                    assertThat(first.severity()).isGreaterThanOrEqualTo(second.severity());
                    if (first.severity() == second.severity()) {
                        assertThat(code(first).nature())
                                .isLessThanOrEqualTo(code(second).nature());
                    }
                }
            }
        }
        assertThat(several).isGreaterThan(250);
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

    @Test
    void trainingThatBrokeOff_isAnErrorEvenWithoutASingleEpoch() {
        TrialFacts facts = new TrialFacts(
                plan(0),
                new LossCurve(),
                List.of(),
                List.of(),
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

package dev.touchstone.training;

import static dev.touchstone.metric.Direction.MAXIMISE;
import static dev.touchstone.metric.Direction.MINIMISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStoppingTest {
    private static final double NAN = Double.NaN;
    private static final EarlyStoppingSpec AUTO = new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.NONE, null);
    private static final EarlyStoppingSpec ALL_AUTO =
            new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.AUTO, null);

    /** The epoch after which training ends, or 0 when it goes on after all of them. */
    private static int end(EarlyStopping stopping, double... values) {
        for (int epoch = 1; epoch <= values.length; epoch++) {
            stopping.record(values[epoch - 1]);
            if (stopping.ended().isPresent()) {
                return epoch;
            }
        }
        return 0;
    }

    private static int end(EarlyStoppingSpec spec, Direction direction, int planned, IntToDoubleFunction curve) {
        double[] values = new double[planned];
        for (int i = 0; i < planned; i++) {
            values[i] = curve.applyAsDouble(i + 1);
        }
        int end = end(new EarlyStopping(spec, "metric", direction, planned, List.of()), values);
        return end == 0 ? planned : end;
    }

    private static EarlyStopping following(int patience, double minimum, Direction direction) {
        return new EarlyStopping(new EarlyStoppingSpec(patience, minimum), "metric", direction, 1_000, List.of());
    }

    @Test
    void patience_countsEpochsSinceTheLastImprovement() {
        assertThat(end(following(3, 0, MAXIMISE), 0.5, 0.4, 0.6, 0.5, 0.6, 0.5, 0.9))
                .isEqualTo(6);
        assertThat(end(following(3, 0, MAXIMISE), 0.5, 0.4, 0.4, 0.6, 0.5, 0.5)).isZero();
        assertThat(end(following(1, 0, MINIMISE), 0.5, 0.4, 0.4)).isEqualTo(3);
    }

    @Test
    void improvementOfTheMinimumOrLess_doesNotRenewPatience() {
        assertThat(end(following(2, 0.125, MAXIMISE), 0.5, 0.5625, 0.625)).isEqualTo(3);
        assertThat(end(following(2, 0.125, MAXIMISE), 0.5, 0.5625, 0.6875, 0.6875))
                .isZero();
        assertThat(end(following(2, 0.125, MINIMISE), 1, 0.9375, 0.875)).isEqualTo(3);
    }

    @Test
    void notANumber_isNeverAnImprovement() {
        EarlyStopping stopping = following(3, 0, MINIMISE);

        assertThat(end(stopping, NAN, NAN, NAN)).isEqualTo(3);
        assertThat(stopping.decision(StoppingRule.PATIENCE).watched())
                .isEqualTo(new StoppingDecision.Watched("metric", 0, NAN, 3, 3, 0, null, null, 1_000));
        assertThat(end(following(2, 0, MAXIMISE), NAN, 0.5, NAN, NAN)).isEqualTo(4);
    }

    @Test
    void withoutASpec_trainingNeverEndsEarly() {
        assertThat(end(new EarlyStopping(null, "metric", MAXIMISE, 1_000, List.of()), new double[500]))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void curve_isAllThatAnotherNeedsToGoOn(Direction direction) {
        SplittableRandom random = new SplittableRandom(9);
        for (EarlyStoppingSpec spec : List.of(
                AUTO,
                ALL_AUTO,
                new EarlyStoppingSpec(4, 0.5),
                new EarlyStoppingSpec(new Patience.Epochs(4), MinimumImprovement.AUTO, null))) {
            for (int run = 0; run < 20; run++) {
                EarlyStopping whole = new EarlyStopping(spec, "metric", direction, 25, List.of());
                for (int epoch = 1; epoch <= 25; epoch++) {
                    EarlyStopping handedOn = new EarlyStopping(spec, "metric", direction, 25, whole.curve());
                    double value = random.nextInt(8) == 0 ? NAN : random.nextInt(6) / 2.0;
                    whole.record(value);
                    handedOn.record(value);

                    assertThat(handedOn.ended()).isEqualTo(whole.ended());
                    assertThat(handedOn.decision(StoppingRule.EPOCHS)).isEqualTo(whole.decision(StoppingRule.EPOCHS));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 2})
    void powerLawThatStillImproves_isTrainedToItsEnd(double power) {
        assertThat(end(AUTO, MAXIMISE, 40, epoch -> 0.98 - 0.7 * Math.pow(epoch, -power)))
                .isEqualTo(40);
        assertThat(end(AUTO, MINIMISE, 40, epoch -> 0.1 + 2 * Math.pow(epoch, -power)))
                .isEqualTo(40);
    }

    @Test
    void curveThatTurned_endsFarBeforeThePlan() {
        // Falls to epoch 8, then rises as a network that overfits does.
        assertThat(end(AUTO, MINIMISE, 60, epoch -> 0.5 + 0.01 * Math.abs(epoch - 8)))
                .isBetween(CurveTrend.FEWEST, 20);
    }

    @Test
    void noiseOnAPlateau_endsBeforeThePlanAndNeverBeforeItCanBeMeasured() {
        Random random = new Random(3);
        List<Integer> ends = new ArrayList<>();
        for (int run = 0; run < 200; run++) {
            ends.add(end(AUTO, MAXIMISE, 60, epoch -> 0.9 + 0.01 * random.nextGaussian()));
        }

        assertThat(ends).allMatch(end -> end >= CurveTrend.FEWEST);
        assertThat(ends.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isLessThan(50);
    }

    @Test
    void moreNoise_isWaitedForLonger() {
        double[] means = new double[2];
        double[] noises = {0.001, 0.02};
        for (int i = 0; i < 2; i++) {
            double noise = noises[i];
            Random random = new Random(5);
            for (int run = 0; run < 100; run++) {
                means[i] += end(
                                AUTO,
                                MINIMISE,
                                60,
                                // A network that begins to overfit.
                                epoch -> 0.3 + 0.002 * Math.abs(epoch - 6) + noise * random.nextGaussian())
                        / 100.0;
            }
        }

        assertThat(means[0]).isLessThan(means[1]);
    }

    @Test
    void automaticMinimum_isTheNoiseAndNothingBeforeItCanBeMeasured() {
        EarlyStopping stopping = new EarlyStopping(ALL_AUTO, "metric", MAXIMISE, 60, List.of());
        Random random = new Random(7);
        for (int epoch = 1; epoch < 40; epoch++) {
            StoppingDecision.Watched watched =
                    stopping.decision(StoppingRule.TREND).watched();
            assertThat(watched.minimumImprovement()).isEqualTo(watched.noise() == null ? 0 : watched.noise());
            stopping.record(0.9 + 0.01 * random.nextGaussian());
        }
        assertThat(stopping.decision(StoppingRule.TREND).watched().noise()).isBetween(0.006, 0.014);
    }
}

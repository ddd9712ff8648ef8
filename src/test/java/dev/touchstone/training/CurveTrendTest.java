package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metric.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTrendTest {
    private static List<Double> curve(int epochs, IntToDoubleFunction value) {
        List<Double> curve = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            curve.add(value.applyAsDouble(epoch));
        }
        return curve;
    }

    private static CurveTrend trend(List<Double> curve) {
        return CurveTrend.of(curve).orElseThrow();
    }

    @Test
    void line_isThatOfARegressionOnTheLaterHalf() {
        Random random = new Random(1);
        List<Double> curve = curve(30, epoch -> 0.7 + 0.05 * Math.log(epoch) + 0.01 * random.nextGaussian());
        SimpleRegression regression = new SimpleRegression();
        for (int epoch = 16; epoch <= 30; epoch++) {
            regression.addData(Math.log(epoch), curve.get(epoch - 1));
        }
        CurveTrend trend = trend(curve);

        assertThat(trend.values()).isEqualTo(15);
        assertThat(trend.slope()).isCloseTo(regression.getSlope(), within(1e-12));
        assertThat(trend.noise()).isCloseTo(Math.sqrt(regression.getMeanSquareError()), within(1e-12));
        double middle = (trend.promise(40, Direction.MAXIMISE) + trend.promise(40, Direction.MINIMISE)) / 2;
        assertThat(middle).isCloseTo(regression.predict(Math.log(40)), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 5})
    void noiseOfALearningCurve_isMeasured(double noise) {
        Random random = new Random(2);
        double sum = 0;
        for (int run = 0; run < 200; run++) {
            sum += trend(curve(30, epoch -> 0.9 - 0.5 / epoch + noise * random.nextGaussian()))
                    .noise();
        }

        assertThat(sum / 200).isCloseTo(noise, within(0.2 * noise));
    }

    @Test
    void meanOfALaterEpoch_isRarelyBetterThanPromised() {
        Random random = new Random(4);
        int better = 0;
        for (int run = 0; run < 1_000; run++) {
            CurveTrend trend = trend(curve(20, epoch -> 0.8 + 0.02 * Math.log(epoch) + 0.01 * random.nextGaussian()));
            better += 0.8 + 0.02 * Math.log(35) > trend.promise(35, Direction.MAXIMISE) ? 1 : 0;
        }

        assertThat(better).isBetween(30, 70); // 5 %, and three standard errors
    }

    @Test
    void constantCurve_hasNoNoiseAndPromisesNothing() {
        CurveTrend trend = trend(Collections.nCopies(11, 0.7));

        assertThat(trend.noise()).isZero();
        assertThat(trend.promise(1_000, Direction.MAXIMISE)).isEqualTo(0.7);
        assertThat(trend.promise(1_000, Direction.MINIMISE)).isEqualTo(0.7);
    }

    @Test
    void valuesThatAreNotFinite_countForNothing() {
        List<Double> curve = curve(20, epoch -> epoch % 5 == 0 ? Double.NaN : epoch % 7 == 0 ? 1 / 0.0 : 0.5);

        assertThat(CurveTrend.of(curve)).isEmpty();
        assertThat(CurveTrend.of(curve(7, epoch -> epoch))).isEmpty();
        curve.addAll(Collections.nCopies(8, 0.5));
        assertThat(trend(curve).noise()).isZero();
    }
}

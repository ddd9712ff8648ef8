package dev.touchstone.diagnosis.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metric.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class HarmTest {
    /** Twenty rows of class 0, then twenty of class 1. */
    private static final int[] LABELS =
            IntStream.range(0, 40).map(row -> row / 20).toArray();

    /** One a seed, with so many rows of class 1 right and half of class 0. */
    private static List<Predictions> withRight(int... ofClassOne) {
        return Arrays.stream(ofClassOne)
                .mapToObj(right -> {
                    float[] numbers = new float[80];
                    for (int row = 0; row < 40; row++) {
                        boolean one = row < 20 ? row % 2 == 0 : row < 20 + right;
                        numbers[2 * row + (one ? 1 : 0)] = 1;
                    }
                    return new Predictions(2, numbers);
                })
                .toList();
    }

    @Test
    void lossOfEverySeed_isTestedAsPairs() {
        int[] without = {18, 19, 20, 17, 19};
        int[] with = {15, 17, 19, 12, 18};

        Harm harm = Harm.of(1, 0, LABELS, withRight(without), withRight(with));

        double twoSided = new TTest().pairedTTest(shares(without), shares(with));
        assertThat(harm.plain()).isEqualTo(0.93, within(1e-9));
        assertThat(harm.augmented()).isEqualTo(0.81, within(1e-9));
        assertThat(harm.pValue()).isEqualTo(twoSided / 2, within(1e-9));
    }

    private static double[] shares(int... right) {
        return IntStream.of(right).mapToDouble(count -> count / 20.0).toArray();
    }

    @Test
    void lossToAThirdClass_isNotTheHarmOfThePair() {
        List<Predictions> without = withThirdClass(18, 19, 20, 17, 19);
        List<Predictions> with = withThirdClass(15, 17, 19, 12, 18);

        assertThat(Harm.of(1, 0, LABELS, without, with).pValue()).isEqualTo(1);
        assertThat(Harm.of(1, 2, LABELS, without, with).pValue()).isLessThan(0.05);
    }

    /** One a seed, with so many rows of class 1 right and its others taken for class 2. */
    private static List<Predictions> withThirdClass(int... ofClassOne) {
        return Arrays.stream(ofClassOne)
                .mapToObj(right -> {
                    float[] numbers = new float[120];
                    for (int row = 0; row < 40; row++) {
                        numbers[3 * row + (row < 20 ? 0 : row < 20 + right ? 1 : 2)] = 1;
                    }
                    return new Predictions(3, numbers);
                })
                .toList();
    }

    @Test
    void lossWithinTheNoiseOfSeeds_isNone() {
        assertThat(Harm.of(1, 0, LABELS, withRight(18, 12, 20, 15, 19), withRight(14, 18, 15, 19, 16))
                        .pValue())
                .isGreaterThan(0.2);
    }

    @Test
    void gain_isNoHarm() {
        assertThat(Harm.of(1, 0, LABELS, withRight(15, 16, 15, 14, 15), withRight(19, 19, 20, 18, 19))
                        .pValue())
                .isGreaterThan(0.99);
    }

    @Test
    void seedsThatAgree_needNoTest() {
        double[] pValues = DoubleStream.of(
                        Harm.of(1, 0, LABELS, withRight(20, 20, 20), withRight(15, 15, 15))
                                .pValue(),
                        Harm.of(1, 0, LABELS, withRight(20, 20, 20), withRight(20, 20, 20))
                                .pValue())
                .toArray();

        assertThat(pValues).containsExactly(0, 1);
    }
}

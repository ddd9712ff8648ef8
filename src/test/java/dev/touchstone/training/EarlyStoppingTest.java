package dev.touchstone.training;

import static dev.touchstone.metric.Direction.MAXIMISE;
import static dev.touchstone.metric.Direction.MINIMISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metric.Direction;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EarlyStoppingTest {
    private static final double NAN = Double.NaN;

    /** The epoch after which training ends, or 0 when it goes on after all of them. */
    private static int end(EarlyStopping stopping, double... values) {
        for (int epoch = 1; epoch <= values.length; epoch++) {
            stopping.record(epoch, values[epoch - 1]);
            if (stopping.isOver(epoch)) {
                return epoch;
            }
        }
        return 0;
    }

    private static EarlyStopping following(int patience, double minimum, Direction direction) {
        return new EarlyStopping(new EarlyStoppingSpec(patience, minimum), direction);
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
    void bestEpoch_isTheBestValueEvenWithoutTheMinimumImprovement() {
        EarlyStopping stopping = following(2, 0.125, MAXIMISE);

        assertThat(stopping.record(1, 0.5)).isTrue();
        assertThat(stopping.record(2, 0.5625)).isTrue();
        assertThat(stopping.bestEpoch()).isEqualTo(2);
        assertThat(stopping.epochsWithout(2)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void bestEpoch_isTheFirstWithTheBestValue(Direction direction) {
        SplittableRandom random = new SplittableRandom(6);
        for (int run = 0; run < 50; run++) {
            EarlyStopping stopping = new EarlyStopping(null, direction);
            int first = 0;
            double best = NAN;
            for (int epoch = 1; epoch <= 20; epoch++) {
                double value = random.nextInt(8) == 0 ? NAN : random.nextInt(6);
                boolean better =
                        !Double.isNaN(value) && (first == 0 || (direction == MAXIMISE ? value > best : value < best));
                if (better) {
                    first = epoch;
                    best = value;
                }
                assertThat(stopping.record(epoch, value)).isEqualTo(better);
                assertThat(stopping.bestEpoch()).isEqualTo(first);
                assertThat(stopping.best()).isEqualTo(Double.valueOf(best));
            }
        }
    }

    @Test
    void notANumber_isNeverAnImprovement() {
        EarlyStopping stopping = following(3, 0, MINIMISE);

        assertThat(end(stopping, NAN, NAN, NAN)).isEqualTo(3);
        assertThat(stopping.bestEpoch()).isZero();
        assertThat(stopping.best()).isNaN();
        assertThat(end(following(2, 0, MAXIMISE), NAN, 0.5, NAN, NAN)).isEqualTo(4);
    }

    @Test
    void progress_isAllThatAnotherNeedsToGoOn() {
        SplittableRandom random = new SplittableRandom(9);
        for (int run = 0; run < 50; run++) {
            EarlyStopping whole = following(4, 0.5, MAXIMISE);
            EarlyStopping handedOn = following(4, 0.5, MAXIMISE);
            for (int epoch = 1; epoch <= 20; epoch++) {
                double value = random.nextInt(8) == 0 ? NAN : random.nextInt(6) / 2.0;
                handedOn = new EarlyStopping(new EarlyStoppingSpec(4, 0.5), MAXIMISE, handedOn.progress());

                assertThat(handedOn.record(epoch, value)).isEqualTo(whole.record(epoch, value));
                assertThat(handedOn.isOver(epoch)).isEqualTo(whole.isOver(epoch));
                assertThat(handedOn.progress()).isEqualTo(whole.progress());
            }
        }
    }

    @Test
    void withoutASpec_trainingNeverEndsEarly() {
        assertThat(end(new EarlyStopping(null, MAXIMISE), new double[1_000])).isZero();
    }
}

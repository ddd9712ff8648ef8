package dev.touchstone.training;

import static dev.touchstone.metric.Direction.MAXIMISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metric.Direction;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BestSoFarTest {
    @ParameterizedTest
    @EnumSource(Direction.class)
    void bestEpoch_isTheFirstWithTheBestValue(Direction direction) {
        SplittableRandom random = new SplittableRandom(6);
        for (int run = 0; run < 50; run++) {
            BestSoFar best = BestSoFar.NONE;
            int first = 0;
            double most = Double.NaN;
            for (int epoch = 1; epoch <= 20; epoch++) {
                double value = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(6);
                if (!Double.isNaN(value) && (first == 0 || (direction == MAXIMISE ? value > most : value < most))) {
                    first = epoch;
                    most = value;
                }
                best = best.after(epoch, value, direction);

                assertThat(best).isEqualTo(new BestSoFar(first, most));
            }
        }
    }
}

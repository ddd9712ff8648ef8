package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HolmTest {
    /** As R's {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")}. */
    @Test
    void adjusted_areThoseOfR() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void oneTestAlone_staysAsItIs() {
        assertThat(Holm.adjust(new double[] {0.04})).containsExactly(0.04);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }

    @RepeatedTest(20)
    void adjusted_keepTheOrderAndLieBetweenTheOldAndBonferroni(RepetitionInfo repetition) {
        double[] pValues = new Seed(repetition.getCurrentRepetition())
                .random()
                .doubles(50)
                .map(p -> p * p * p)
                .toArray();

        double[] adjusted = Holm.adjust(pValues);

        for (int i = 0; i < pValues.length; i++) {
            assertThat(adjusted[i]).isBetween(pValues[i], Math.min(1, 50 * pValues[i]));
            for (int k = 0; k < pValues.length; k++) {
                assertThat(pValues[i] < pValues[k] && adjusted[i] > adjusted[k]).isFalse();
            }
        }
    }
}

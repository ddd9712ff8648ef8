package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriedRatesTest {
    private static final double[] RATES = {0.4, 0.2, 0.1, 0.05, 0.025, 0.0125};

    private static double suggestion(double... losses) {
        return new TriedRates(RATES, losses).suggestion();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.07, 0.1, 0.19})
    void lossThatIsAParabolaOverTheRatesLogarithm_isLowestAtTheSuggestion(double lowest) {
        double[] losses = Arrays.stream(RATES)
                .map(rate -> 0.3 + Math.pow(Math.log(rate / lowest), 2))
                .toArray();

        assertThat(suggestion(losses)).isCloseTo(lowest, within(1e-9));
    }

    @Test
    void bestBesideOneThatDiverged_isTakenAsItIs() {
        assertThat(suggestion(Double.NaN, 0.3, 0.4, 0.5, 0.6, 0.7)).isEqualTo(0.2);
    }

    @Test
    void bestAtEitherEnd_isTakenAsItIs() {
        assertThat(suggestion(0.1, 0.3, 0.4, 0.5, 0.6, 0.7)).isEqualTo(0.4);
        assertThat(suggestion(0.9, 0.8, 0.7, 0.6, 0.5, 0.4)).isEqualTo(0.0125);
    }

    @Test
    void noRateThatStaysFinite_givesNoSuggestion() {
        double[] lost = new double[RATES.length];
        Arrays.fill(lost, Double.NaN);

        assertThat(suggestion(lost)).isNaN();
    }

    @Test
    void lossesThatAreAllAlike_giveARateThatWasTried() {
        double[] alike = new double[RATES.length];
        Arrays.fill(alike, 0.5);

        assertThat(suggestion(alike)).isIn(Arrays.stream(RATES).boxed().toList());
    }
}

package dev.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.search.RegimeDecision.Reason;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoutPlanTest {
    private static final double NOISE = 0.03;

    @ParameterizedTest
    @CsvSource({
        "8, 4, 4, 0.95", // half is the quarter: there is nothing to look at twice
        "13, 4, 6, 0.95", // the better half of six is three, as of four
        "14, 4, 7, 0.975",
        "16, 4, 8, 0.975",
        "24, 6, 12, 0.975",
        "40, 10, 20, 0.975",
        "100, 25, 50, 0.975",
    })
    void scouts_areAQuarterAndAtMostHalf_andTwoLooksShareTheError(int trials, int first, int most, double confidence) {
        ScoutPlan plan = ScoutPlan.of(trials);

        assertThat(plan).isEqualTo(new ScoutPlan(first, most));
        assertThat(plan.confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 4, 1.0, 0.7, 4", // tells
        "16, 4, 0.98, 0.95, 4", // neither needs to be worked on
        "16, 4, 0.8, 0.6, 8", // the intervals do not tell
        "16, 8, 0.8, 0.6, 8", // nor do they at the last look
        "12, 4, 0.8, 0.6, 4", // no second look
    })
    void scoutingGoesOn_onlyWhereIntervalsDoNotTell(
            int trials, int scouts, double train, double validation, int after) {
        ScoutPlan plan = ScoutPlan.of(trials);
        List<Scout> alike = IntStream.rangeClosed(1, scouts)
                .mapToObj(trial -> new Scout(trial, train, NOISE, validation, NOISE))
                .toList();

        assertThat(plan.after(scouts, RegimeDecision.of(alike, plan.confidence())))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 5", "5, 2, 6", "4, 0, 7", "7, 1, 8", "8, 0, 8"})
    void scoutsWithoutAFigure_areMadeUpForUpToHalf(int scouts, int trained, int after) {
        List<Scout> found = IntStream.rangeClosed(1, trained)
                .mapToObj(trial -> new Scout(trial, 1, NOISE, 0.5, NOISE))
                .toList();
        RegimeDecision decision = RegimeDecision.of(found, 0.975);

        assertThat(decision.reason()).isEqualTo(Reason.TOO_FEW_SCOUTS);
        assertThat(ScoutPlan.of(16).after(scouts, decision)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"16, 0.05, 0.02", "16, 0.01, 0.02", "16, 0.02, 0", "40, 0.05, 0.02", "40, 0.01, 0.02", "40, 0.02, 0"})
    void whereGapAndLackAreTheSame_twoLooksTakeASideNoMoreOftenThanOneAt95Percent(
            int trials, double differ, double more) {
        ScoutPlan plan = ScoutPlan.of(trials);
        Random random = new Random(1);
        int cases = 500;
        int inTwo = 0;
        int inOne = 0;
        for (int i = 0; i < cases; i++) {
            double rows = random.nextGaussian() * NOISE / 1.96; // the same validation rows for all
            List<Scout> scouts = IntStream.rangeClosed(1, plan.most())
                    .mapToObj(trial -> {
                        double fit = 0.8 + differ * random.nextGaussian();
                        double own = more * random.nextGaussian();
                        return new Scout(trial, fit, 0, 2 * fit - 1 + rows + own, NOISE);
                    })
                    .toList();
            inTwo += decided(plan, scouts).regime() == Regime.UNDECIDED ? 0 : 1;
            inOne += RegimeDecision.of(scouts.subList(0, plan.first()), 0.95).regime() == Regime.UNDECIDED ? 0 : 1;
        }

        assertThat((double) inTwo / cases).isLessThan((double) inOne / cases + 0.02); // two deviations of 500 cases
        if (more == 0) {
            assertThat((double) inTwo / cases).isLessThan(0.05);
        }
    }

    @Test
    void scoutsThatDiffer_tellTheSideAtTheSecondLook() {
        double[] fits = {0.97, 0.83, 0.81, 0.94, 0.99, 0.98, 0.85, 0.97};
        List<Scout> scouts = IntStream.rangeClosed(1, fits.length)
                .mapToObj(trial -> new Scout(trial, fits[trial - 1], NOISE, 0.4 - trial % 2 * 0.05, NOISE))
                .toList();
        ScoutPlan plan = ScoutPlan.of(16);

        assertThat(RegimeDecision.of(scouts.subList(0, 4), plan.confidence()).regime())
                .isEqualTo(Regime.UNDECIDED);
        assertThat(decided(plan, scouts).regime()).isEqualTo(Regime.OVERFITTING);
    }

    private static RegimeDecision decided(ScoutPlan plan, List<Scout> scouts) {
        int looked = plan.first();
        while (true) {
            RegimeDecision found = RegimeDecision.of(scouts.subList(0, looked), plan.confidence());
            int next = plan.after(looked, found);
            if (next == looked) {
                return found;
            }
            looked = next;
        }
    }
}

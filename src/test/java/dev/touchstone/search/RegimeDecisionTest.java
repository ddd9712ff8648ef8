package dev.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.search.RegimeDecision.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeDecisionTest {
    private static final double NOISE = 0.03;
    private static final double CONFIDENCE = 0.95;

    @ParameterizedTest
    @CsvSource({
        "1.0, 0.7, OVERFITTING, GAP_IS_LARGER",
        "0.95, 0.7, OVERFITTING, GAP_IS_LARGER",
        "0.4, 0.38, UNDERFITTING, LACK_IS_LARGER",
        "0.0, 0.0, UNDERFITTING, LACK_IS_LARGER", // nothing learnt at all
        "-1.0, -1.0, UNDERFITTING, LACK_IS_LARGER",
        "1.0, -0.2, OVERFITTING, GAP_IS_LARGER", // by heart, and worse than the baseline elsewhere
        "0.98, 0.95, UNDECIDED, BOTH_SMALL",
        "1.0, 0.93, UNDECIDED, BOTH_SMALL", // apart beyond all noise, but by little
        "0.8, 0.6, UNDECIDED, INTERVALS_OVERLAP",
    })
    void regime_followsTheLargerOfGapAndLack(double train, double validation, Regime regime, Reason reason) {
        RegimeDecision decision = RegimeDecision.of(alike(6, train, validation), CONFIDENCE);

        assertThat(decision.regime()).isEqualTo(regime);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.judged()).hasSize(3);
    }

    @Test
    void twoScouts_decideNothing() {
        RegimeDecision decision = RegimeDecision.of(alike(2, 1, 0.5), CONFIDENCE);

        assertThat(decision.regime()).isEqualTo(Regime.UNDECIDED);
        assertThat(decision.reason()).isEqualTo(Reason.TOO_FEW_SCOUTS);
        assertThat(decision.figures()).isNull();
    }

    @Test
    void hopelessScouts_doNotHideThatOthersOverfit() {
        List<Scout> scouts = new ArrayList<>(alike(4, 1, 0.7));
        for (int trial = 5; trial <= 8; trial++) {
            scouts.add(new Scout(trial, 0.05, NOISE, 0.04, NOISE)); // such as with a learning rate of nothing
        }

        RegimeDecision decision = RegimeDecision.of(scouts, CONFIDENCE);

        assertThat(decision.regime()).isEqualTo(Regime.OVERFITTING);
        assertThat(decision.judged()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void oneScoutOfMany_decidesNothing() {
        List<Scout> scouts = new ArrayList<>(alike(2, 0.5, 0.48));
        scouts.add(new Scout(3, 1, NOISE, 0.5, NOISE));

        assertThat(RegimeDecision.of(scouts, CONFIDENCE).reason()).isEqualTo(Reason.INTERVALS_OVERLAP);
    }

    @Test
    void fewValidationRows_leaveOpenWhatManyTell() {
        List<Scout> many = alike(6, 1, 0.8);
        List<Scout> few = many.stream()
                .map(scout -> new Scout(scout.trial(), scout.fit(), 0.1, scout.carried(), 0.25))
                .toList();

        assertThat(RegimeDecision.of(many, CONFIDENCE).regime()).isEqualTo(Regime.OVERFITTING);
        assertThat(RegimeDecision.of(few, CONFIDENCE).regime()).isEqualTo(Regime.UNDECIDED);
    }

    @Test
    void sameRows_areNoMoreCertainForMoreScouts() {
        RegimeDecision.Figures figures =
                RegimeDecision.of(alike(200, 1, 0.8), CONFIDENCE).figures();

        Interval carried = figures.carried().interval();
        assertThat(carried.high() - carried.low()).isCloseTo(2 * NOISE, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 1.645", "0.95, 1.960", "0.975, 2.241"})
    void interval_isAsWideAsItsConfidenceAsks(double confidence, double deviations) {
        RegimeDecision.Figures figures =
                RegimeDecision.of(alike(200, 1, 0.8), confidence).figures();

        Interval carried = figures.carried().interval();
        assertThat(carried.high() - carried.low()).isCloseTo(2 * NOISE * deviations / 1.960, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void order_ofScoutsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Scout> scouts = new ArrayList<>(IntStream.rangeClosed(1, 9)
                .mapToObj(trial -> new Scout(trial, random.nextDouble(), NOISE, random.nextDouble(), NOISE))
                .toList());
        RegimeDecision decision = RegimeDecision.of(scouts, CONFIDENCE);

        Collections.shuffle(scouts, random);

        assertThat(RegimeDecision.of(scouts, CONFIDENCE)).isEqualTo(decision);
    }

    @Test
    void whereGapAndLackAreTheSame_aSideIsSeldomTaken() {
        Random random = new Random(1);
        int cases = 2000;
        int taken = 0;
        for (int i = 0; i < cases; i++) {
            double rows = random.nextGaussian() * NOISE / 1.96; // the same validation rows for all
            List<Scout> scouts = IntStream.rangeClosed(1, 3)
                    .mapToObj(trial -> {
                        double fit = 0.8 + 0.05 * random.nextGaussian();
                        return new Scout(trial, fit, 0, 2 * fit - 1 + rows + 0.02 * random.nextGaussian(), NOISE);
                    })
                    .toList();
            taken += RegimeDecision.of(scouts, CONFIDENCE).regime() == Regime.UNDECIDED ? 0 : 1;
        }

        assertThat((double) taken / cases).isLessThan(0.06); // of intervals of 95 %
    }

    @Test
    void errors_areJudgedAsSharesAre() {
        Scout ofShare = Scout.of(1, epoch(0.9, 0.7, 0.2), Direction.MAXIMISE).orElseThrow();
        Scout ofError = Scout.of(1, epoch(10 * 0.1, 10 * 0.3, 10 * 0.8), Direction.MINIMISE)
                .orElseThrow();

        assertThat(ofError.fit()).isCloseTo(ofShare.fit(), within(1e-12)).isCloseTo(0.875, within(1e-12));
        assertThat(ofError.carried())
                .isCloseTo(ofShare.carried(), within(1e-12))
                .isCloseTo(0.625, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.7, 1.0", "NaN, 0.7, 0.5", "0.9, Infinity, 0.5"})
    void whatHasNoShare_isNoScout(double train, double validation, double baseline) {
        assertThat(Scout.of(1, epoch(train, validation, baseline), Direction.MAXIMISE))
                .isEmpty();
    }

    private static List<Scout> alike(int count, double fit, double carried) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(trial -> new Scout(trial, fit, NOISE, carried, NOISE))
                .toList();
    }

    private static BestEpoch epoch(double train, double validation, double baseline) {
        Interval ofValidation = new Interval(validation - 0.01, validation + 0.01);
        return new BestEpoch(
                3, validation, ofValidation, 0.1, train, new Interval(train, train), baseline, 1, 1, List.of(), null);
    }
}

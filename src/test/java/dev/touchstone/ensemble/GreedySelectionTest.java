package dev.touchstone.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedySelectionTest {
    private static final int STUDIES = 12;
    private static final GreedySelection BY_RMSE = new GreedySelection(Metric.RMSE, Direction.MINIMISE, 10);
    private static final GreedySelection BY_ACCURACY = new GreedySelection(Metric.ACCURACY, Direction.MAXIMISE, 10);

    private static Predictions numbers(float... numbers) {
        return new Predictions(1, numbers);
    }

    @Test
    void errorsThatCancelOut_areChosenBeforeASingleSmallOne() {
        Targets targets = new Targets.Values(new float[] {10, 20, 30});
        List<Predictions> candidates = List.of(numbers(11, 21, 31), numbers(13, 23, 33), numbers(7, 17, 27));

        GreedySelection.Choice choice = BY_RMSE.choose(candidates, targets);

        assertThat(choice.best()).isZero();
        assertThat(choice.picks()[1]).isPositive();
        assertThat(choice.picks()[2]).isPositive();
        assertThat(Metric.RMSE.value(choice.blend(candidates), targets)).isCloseTo(0, within(1e-5));
    }

    @Test
    void sharesThatAreNotEqual_areFoundByChoosingAgain() {
        Targets targets = new Targets.Values(new float[] {0, 0});
        List<Predictions> candidates = List.of(numbers(1, 1), numbers(-3, -3));

        assertThat(BY_RMSE.choose(candidates, targets).picks()).containsExactly(3, 1);
    }

    @Test
    void trialThatNoOtherHelps_staysAlone() {
        Targets targets = new Targets.Values(new float[] {0, 5});

        GreedySelection.Choice choice = BY_RMSE.choose(List.of(numbers(2, 9), numbers(0, 5), numbers(3, 8)), targets);

        assertThat(choice.best()).isEqualTo(1);
        assertThat(choice.different()).isEqualTo(1);
    }

    @Test
    void equalAccuracies_areToldApartByTheLoss() {
        Targets targets = new Targets.Classes(new int[] {0, 1});
        Predictions sure = new Predictions(2, new float[] {0.9f, 0.1f, 0.1f, 0.9f});
        Predictions unsure = new Predictions(2, new float[] {0.6f, 0.4f, 0.4f, 0.6f});

        assertThat(BY_ACCURACY.choose(List.of(unsure, sure), targets).best()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void differentMembers_areNeverMoreThanAllowed(int most) {
        List<Predictions> candidates = guesses(12, 200);

        GreedySelection.Choice choice =
                new GreedySelection(Metric.ACCURACY, Direction.MAXIMISE, most).choose(candidates, labels(200));

        assertThat(choice.different()).isBetween(1, most);
        assertThat(IntStream.of(choice.picks()).sum()).isLessThanOrEqualTo(GreedySelection.PICKS);
    }

    /** The very thing that the second figure is there for. */
    @Test
    void ensemblesOfGuesses_gainOnTheRowsThatChoseThemAndHardlyOnOthers() {
        Targets targets = labels(300);
        double chosen = 0;
        double unchosen = 0;
        for (int seed = 1; seed <= STUDIES; seed++) {
            List<Predictions> candidates = guesses(12, 300, seed);
            GreedySelection.Choice choice = BY_ACCURACY.choose(candidates, targets);
            Predictions best = candidates.get(choice.best());
            chosen += Metric.ACCURACY.value(choice.blend(candidates), targets) - Metric.ACCURACY.value(best, targets);
            unchosen += new CrossFit(BY_ACCURACY)
                    .gain(candidates, targets, new Seed(seed))
                    .orElseThrow()
                    .value();
        }

        assertThat(chosen / STUDIES).isGreaterThan(0.04);
        assertThat(unchosen / STUDIES).isBetween(-0.02, 0.02);
    }

    @Test
    void errorsThatAreIndependent_gainOnRowsThatDidNotChooseThem() {
        SplittableRandom random = new SplittableRandom(1);
        float[] truth = new float[200];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = (float) random.nextGaussian(100, 20);
        }
        List<Predictions> candidates = IntStream.range(0, 6)
                .mapToObj(candidate -> {
                    float[] noisy = truth.clone();
                    for (int row = 0; row < noisy.length; row++) {
                        noisy[row] += (float) random.nextGaussian(0, 10);
                    }
                    return numbers(noisy);
                })
                .toList();

        Gain gain = new CrossFit(BY_RMSE)
                .gain(candidates, new Targets.Values(truth), new Seed(1))
                .orElseThrow();

        assertThat(gain.value())
                .as("about 10 - 10 / sqrt(6), in the label's unit")
                .isBetween(4.5, 7.0);
        assertThat(gain.interval().low()).isPositive();
        assertThat(gain.pValue()).isLessThan(0.01);
    }

    @Test
    void handfulOfRows_givesNoCrossFittedGain() {
        assertThat(new CrossFit(BY_ACCURACY).gain(guesses(3, 19), labels(19), new Seed(1)))
                .isEmpty();
    }

    private static Targets labels(int rows) {
        return new Targets.Classes(IntStream.range(0, rows).map(row -> row % 2).toArray());
    }

    private static List<Predictions> guesses(int count, int rows) {
        return guesses(count, rows, 1);
    }

    private static List<Predictions> guesses(int count, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(candidate -> {
                    float[] shares = new float[2 * rows];
                    for (int row = 0; row < rows; row++) {
                        shares[2 * row] = (float) random.nextDouble();
                        shares[2 * row + 1] = 1 - shares[2 * row];
                    }
                    return new Predictions(2, shares);
                })
                .toList();
    }
}

package dev.touchstone.diagnosis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How validation rows change places with train rows. Each row's feature tells its group, or when it is of. */
class FoldTest {
    @TempDir
    private Path folder;

    private PreparedData prepared(int rows, String by, int bound, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("x,by,label\n");
        for (int row = 0; row < rows; row++) {
            int deciding = Math.min(random.nextInt(bound), random.nextInt(bound));
            csv.append(deciding)
                    .append(',')
                    .append(deciding)
                    .append(",l")
                    .append(row % 2)
                    .append('\n');
        }
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, csv);
        String spec = """
                data:
                  source: {csv: '%s', label: label}
                  split: {train: 0.5, validation: 0.5, test: 0, %s}
                  normalise: none
                  columns: {by: ignore}
                model: {layers: [{output: {loss: cross-entropy, activation: softmax}}]}
                space: {learning-rate: 0.1}
                objective: {metric: accuracy}
                search: {trials: 1}
                """.formatted(file, by);
        return Studies.prepare(SpecFile.parse(spec, folder.resolve("spec.yaml"), Overrides.NONE)
                        .spec())
                .data();
    }

    private static float[] deciding(Rows rows, int[] places) {
        return rows.select(places).numbers();
    }

    private static Set<Float> set(float[] numbers) {
        Set<Float> set = new HashSet<>();
        for (float number : numbers) {
            set.add(number);
        }
        return set;
    }

    private static void assertDisjoint(int count, int[] first, int[] second) {
        assertThat(IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray())
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void groups_areTaughtOrAskedForAsAWhole(long seed) throws IOException {
        PreparedData data = prepared(300, "group: by", 12, seed);
        List<Fold> folds = Fold.of(data, new Seed(seed));

        assertThat(folds).hasSize(2);
        for (Fold fold : folds) {
            assertThat(set(deciding(data.validation(), fold.taught())))
                    .doesNotContainAnyElementsOf(set(deciding(data.validation(), fold.asked())));
            assertDisjoint(data.validation().count(), fold.taught(), fold.asked());
            assertThat(fold.kept().length + fold.taught().length)
                    .isEqualTo(data.train().count());
            Set<Float> kept = set(deciding(data.train(), fold.kept()));
            int all = set(data.train().numbers()).size();
            int left = IntStream.range(0, data.train().count())
                    .filter(row -> IntStream.of(fold.kept()).noneMatch(each -> each == row))
                    .mapToObj(row -> data.train().numbers()[row])
                    .collect(Collectors.toSet())
                    .size();
            assertThat(kept.size() + left).isLessThanOrEqualTo(all + 1); // at most one group is torn apart
        }
        assertThat(folds.get(0).asked()).containsExactlyInAnyOrder(folds.get(1).taught());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 7", "4, 20"})
    void whatIsAskedFor_isLaterThanWhatIsTaught(long seed, int gap) throws IOException {
        PreparedData data = prepared(200, "time: by, gap: " + gap, 60, seed);
        List<Fold> folds = Fold.of(data, new Seed(seed));

        assertThat(folds).hasSize(1);
        Fold fold = folds.get(0);
        float lastTaught = Float.NEGATIVE_INFINITY;
        for (float moment : deciding(data.validation(), fold.taught())) {
            lastTaught = Math.max(lastTaught, moment);
        }
        for (float moment : deciding(data.validation(), fold.asked())) {
            assertThat(moment).isGreaterThan(lastTaught);
        }
        assertThat(fold.taught().length + gap + fold.asked().length)
                .isEqualTo(data.validation().count());
        assertThat(fold.kept().length + fold.taught().length)
                .isEqualTo(data.train().count());
    }

    @Test
    void rowsByThemselves_areCrossed() throws IOException {
        PreparedData data = prepared(101, "seed: 3", 50, 1);
        List<Fold> folds = Fold.of(data, new Seed(1));

        assertThat(folds).hasSize(2);
        assertDisjoint(
                data.validation().count(), folds.get(0).asked(), folds.get(1).asked());
        assertThat(folds.get(0).asked().length + folds.get(1).asked().length)
                .isEqualTo(data.validation().count());
    }

    @Test
    void tooFewGroupsOrRowsThatWereExchanged_makeNoFolds() throws IOException {
        PreparedData two = prepared(40, "group: by", 2, 1);
        PreparedData many = prepared(40, "group: by", 20, 1);

        assertThat(Fold.of(two, new Seed(1))).isEmpty();
        assertThat(Fold.of(many, new Seed(1))).isNotEmpty();
        assertThat(Fold.of(many.with(many.validation(), many.train()), new Seed(1)))
                .isEmpty();
    }
}

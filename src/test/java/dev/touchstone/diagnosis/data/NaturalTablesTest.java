package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.SplitSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are as they are by nature, beside such in which the same is a fault. */
class NaturalTablesTest {
    private static final int ROWS = 800;

    private final SplittableRandom random = new SplittableRandom(1);

    private static RealTable table(List<String> header, int rows, IntFunction<List<String>> row) {
        return RealTable.of(header, IntStream.range(0, rows).mapToObj(row).toList());
    }

    /** Heights in whole numbers and no more, of two sorts of people that differ a little. */
    private RealTable coarse() {
        return table(List.of("height", "sort"), ROWS, row -> {
            boolean tall = random.nextDouble() < 0.7;
            return List.of(
                    String.valueOf(Math.round(random.nextGaussian(tall ? 178 : 171, 7))), tall ? "tall" : "small");
        });
    }

    private static List<String> alarms(RealTable table) {
        return table.check().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::code)
                .toList();
    }

    @Test
    void rowsThatRepeatForThereIsNoMoreToTellApart_areNoAlarm() {
        assertThat(alarms(coarse())).isEmpty();
    }

    @Test
    void rowsThatRepeatWithTheirLabels_areCopies() {
        RealTable table = table(
                List.of("a", "b", "c", "class"),
                ROWS,
                row -> List.of(
                        String.valueOf(random.nextGaussian()),
                        String.valueOf(random.nextGaussian()),
                        String.valueOf(random.nextGaussian()),
                        random.nextBoolean() ? "x" : "y"));
        IntStream.range(0, ROWS).forEach(table::repeat);

        assertThat(alarms(table)).contains("rows-shared-with-validation", "rows-shared-with-test");
    }

    /** Nine of ten rows in a tenth of the space. */
    @Test
    void densePartsOfATable_areNoNearDuplicates() {
        RealTable table = table(List.of("a", "b", "class"), ROWS, row -> {
            double scale = row % 10 == 0 ? 10 : 0.001;
            double a = scale * random.nextGaussian();
            return List.of(
                    String.valueOf(a), String.valueOf(scale * random.nextGaussian()), a > 0.3 * scale ? "x" : "y");
        });

        assertThat(alarms(table)).doesNotContain("near-duplicates");
    }

    @ParameterizedTest
    @CsvSource({"24, INFO", "7, WARNING"})
    void rareClass_alarmsWhereItHasTooFewRowsToBeLearnt(int rows, Severity severity) {
        RealTable table = table(
                List.of("a", "class"),
                ROWS,
                row -> List.of(
                        String.valueOf(random.nextGaussian(row < rows ? 3 : 0, 1)), row < rows ? "rare" : "usual"));

        assertThat(RealTable.found(table.check(), "class-imbalance").severity()).isEqualTo(severity);
    }

    /** Rows of a rare class lie among the others, which neighbours are right about. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rareClassAmongRowsThatTellLittle_isNotLabelledWrong(long seed) {
        SplittableRandom drawn = new SplittableRandom(seed);
        RealTable table = table(List.of("a", "b", "class"), ROWS, row -> {
            boolean rare = drawn.nextDouble() < 0.15;
            return List.of(
                    String.valueOf(drawn.nextGaussian(rare ? 0.5 : 0, 1)),
                    String.valueOf(drawn.nextGaussian()),
                    rare ? "rare" : "usual");
        });

        assertThat(alarms(table)).doesNotContain("label-noise");
    }

    @ParameterizedTest
    @CsvSource({"0.15, INFO", "0.05, WARNING"})
    void wideInterval_alarmsWhereValidationHasLessThanATenthOfTheRows(double validation, Severity severity) {
        RealTable table = RealTable.breastCancer();
        table.rows.subList(400, table.rows.size()).clear();
        table.split = new SplitSpec(0.95 - validation, validation, 0.05, true, 7);

        assertThat(table.check())
                .filteredOn(finding -> finding.code().equals("small-validation-split"))
                .extracting(Finding::severity)
                .containsExactly(severity);
    }

    /** What sorted the table is told by the features. */
    @Test
    void sortedTable_isForInformation() {
        List<Double> sizes = random.doubles(ROWS, 0, 100).sorted().boxed().toList();
        RealTable table = table(
                List.of("a", "b", "class"),
                ROWS,
                row -> List.of(
                        String.valueOf(sizes.get(row) + random.nextGaussian(0, 3)),
                        String.valueOf(sizes.get(row) + random.nextGaussian(0, 3)),
                        "size" + (int) (sizes.get(row) / 10)));

        assertThat(alarms(table)).doesNotContain("source-order-leakage");
    }
}

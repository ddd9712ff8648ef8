package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.ColumnRule;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault at a time in a real table whose label is a number, found with what it is about. */
class PlantedFaultsInNumbersTest {
    static Stream<PlantedFault> faults() {
        return Stream.of(
                new PlantedFault(
                        "leaking-feature",
                        Severity.ERROR,
                        RealTable.diamonds(),
                        Map.of("feature", "in euros"),
                        table -> table.addColumn("in euros", row -> Math.round(0.92 * price(table, row)))),
                new PlantedFault(
                        "leaking-feature",
                        Severity.ERROR,
                        RealTable.diamonds(),
                        Map.of("feature", "rank"),
                        table -> table.addColumn("rank", row -> -Math.pow(price(table, row), 0.1))),
                new PlantedFault(
                        "strong-feature",
                        Severity.INFO,
                        RealTable.diamonds(),
                        Map.of("feature", "offer"),
                        table -> table.addColumn("offer", row -> price(table, row) * about(1, 0.15, row))),
                new PlantedFault(
                        "conflicting-labels",
                        Severity.INFO,
                        RealTable.diamonds(),
                        Map.of(
                                "row-count",
                                2,
                                "rows",
                                RealTable.numbers(RealTable.diamonds().train(), 2)),
                        PlantedFaultsInNumbersTest::makeFirstTwoTrainRowsConflict),
                new PlantedFault(
                        "identifier-feature",
                        Severity.WARNING,
                        RealTable.diamonds(),
                        Map.of("feature", "certificate"),
                        table -> table.addColumn("certificate", row -> 1000 + (row * 211) % 2003)),
                new PlantedFault(
                        "small-validation-split",
                        Severity.WARNING,
                        RealTable.diamonds(),
                        Map.of("validation-rows", 100),
                        table -> table.split = new SplitSpec(0.9, 0.05, 0.05, true, 7)),
                new PlantedFault(
                        "group-leakage",
                        Severity.ERROR,
                        RealTable.diamonds(),
                        Map.of("column", "parcel", "groups", 100),
                        PlantedFaultsInNumbersTest::priceByParcel));
    }

    @Test
    void splitThatTellsTheExplainedVarianceToAFewPoints_isNoWarning() {
        RealTable digits = RealTable.digits();
        for (int row = 0; row < digits.rows.size(); row++) {
            digits.set(row, digits.labelColumn(), digits.label(row) + ".5");
        }
        digits.split = new SplitSpec(0.7, 0.2, 0.1, false, 1);

        assertThat(digits.check())
                .filteredOn(finding -> finding.code().equals("small-validation-split"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat((double) finding.evidence().get("interval-width"))
                            .isGreaterThan(0.1);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void plantedFault_isFound(PlantedFault fault) {
        fault.assertFound();
    }

    @Test
    void rowsSortedByTheirNumber_areToldAsRowOrderAndShuffledOnesAreNot() {
        RealTable diamonds = RealTable.diamonds();
        Collections.shuffle(diamonds.rows, new Random(5));
        assertThat(diamonds.check()).extracting(Finding::code).doesNotContain("row-order");

        diamonds.rows.sort((a, b) -> Integer.compare(
                Integer.parseInt(a.get(diamonds.labelColumn())), Integer.parseInt(b.get(diamonds.labelColumn()))));

        Finding finding = RealTable.found(diamonds.check(), "row-order");
        assertThat((double) finding.evidence().get("share-told")).isGreaterThan(0.9);
    }

    @Test
    void sameFeaturesAtAboutTheSamePrice_areNoConflict() {
        RealTable diamonds = RealTable.diamonds();
        diamonds.repeat(0);
        diamonds.set(diamonds.rows.size() - 1, diamonds.labelColumn(), price(diamonds, 0) + 20);

        assertThat(diamonds.check()).extracting(Finding::code).doesNotContain("conflicting-labels");
    }

    private static int price(RealTable table, int row) {
        return Integer.parseInt(table.label(row));
    }

    private static double about(double mean, double most, int row) {
        return mean + new SplittableRandom(row).nextDouble(-most, most);
    }

    private static void makeFirstTwoTrainRowsConflict(RealTable table) {
        int[] train = table.train();
        List<String> first = table.rows.get(train[0]);
        IntStream.range(0, table.labelColumn()).forEach(column -> table.set(train[1], column, first.get(column)));
        table.set(train[1], table.labelColumn(), 18_000);
    }

    /** Diamonds of one parcel have their own grader's depth and table, and their own dealer's price. */
    private static void priceByParcel(RealTable table) {
        int[] order = new Seed(3).permutation(table.rows.size());
        for (int row = 0; row < order.length; row++) {
            int parcel = order[row] % 100;
            for (String measure : List.of("depth", "table")) {
                int column = table.header.indexOf(measure);
                table.set(row, column, table.number(row, measure) * about(1, 0.5, parcel + column * 100));
            }
            table.set(row, table.labelColumn(), Math.round(price(table, row) * about(1, 0.9, -1 - parcel)));
        }
        table.addColumn("parcel", row -> order[row] % 100);
        List.of("cut", "color", "clarity").forEach(column -> table.rule(column, ColumnRule.Word.IGNORE));
    }
}

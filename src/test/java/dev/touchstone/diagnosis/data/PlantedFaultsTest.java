package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.MissingCells;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.data.TableSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault in a real table at a time, found with what it is about. */
class PlantedFaultsTest {
    private static final int MEAN_RADIUS = 0;

    static Stream<PlantedFault> faults() {
        return Stream.of(
                new PlantedFault(
                        "leaking-feature",
                        Severity.ERROR,
                        RealTable.digits(),
                        Map.of("feature", "leak"),
                        table -> table.addColumn("leak", row -> 10 - Integer.parseInt(table.label(row)))),
                new PlantedFault(
                        "leaking-feature",
                        Severity.ERROR,
                        RealTable.breastCancer(),
                        Map.of("feature", "leak"),
                        table -> table.addColumn("leak", row -> noisyLabel(table, row))),
                new PlantedFault(
                        "strong-feature",
                        Severity.INFO,
                        RealTable.digits(),
                        Map.of("feature", "hint"),
                        table ->
                                table.addColumn("hint", row -> row % 10 == 0 ? 0 : Integer.parseInt(table.label(row)))),
                new PlantedFault(
                        "identifier-feature",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("feature", "patient"),
                        table -> table.addColumn("patient", row -> 842300 + 37 * ((row * 211) % 569))),
                new PlantedFault(
                        "conflicting-labels",
                        Severity.INFO,
                        RealTable.digits(),
                        Map.of(
                                "row-count",
                                2,
                                "rows",
                                RealTable.numbers(RealTable.digits().train(), 2)),
                        PlantedFaultsTest::makeFirstTwoTrainRowsConflict),
                new PlantedFault(
                        "constant-features",
                        Severity.INFO,
                        RealTable.breastCancer(),
                        Map.of("features", List.of("mean_radius")),
                        table -> everyRow(table, row -> table.set(row, MEAN_RADIUS, 1.5))),
                new PlantedFault(
                        "missing-values",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("columns", List.of("mean_radius")),
                        PlantedFaultsTest::missMostRadii),
                new PlantedFault(
                        "wild-scales",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("widest", "worst_area"),
                        table -> table.normalise = Normalisation.NONE),
                new PlantedFault(
                        "non-finite-feature",
                        Severity.ERROR,
                        RealTable.breastCancer(),
                        Map.of(
                                "rows",
                                List.of(RealTable.breastCancer().train()[3] + 1),
                                "features",
                                List.of("mean_radius")),
                        table -> {
                            table.normalise = Normalisation.MIN_MAX;
                            table.set(table.train()[3], MEAN_RADIUS, "3e38");
                            table.set(table.train()[4], MEAN_RADIUS, "-3e38");
                        }),
                new PlantedFault(
                        "class-imbalance",
                        Severity.INFO,
                        RealTable.digits(),
                        Map.of("class", "8"),
                        table -> table.rows.removeIf(
                                row -> row.get(table.labelColumn()).equals("8")
                                        && !row.get(3).equals("9"))),
                new PlantedFault(
                        "class-missing-from-train",
                        Severity.ERROR,
                        RealTable.digits(),
                        Map.of("classes", List.of("x")),
                        table -> {
                            table.split = new SplitSpec(0.7, 0.15, 0.15, false, 7);
                            table.set(table.validation()[0], table.labelColumn(), "x");
                        }),
                new PlantedFault(
                        "class-missing-from-validation",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("classes", List.of("x")),
                        table -> table.set(0, table.labelColumn(), "x")),
                new PlantedFault(
                        "small-validation-split",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("validation-rows", 29),
                        table -> table.split = new SplitSpec(0.9, 0.05, 0.05, true, 7)),
                new PlantedFault(
                        "split-drift",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of(),
                        table -> brighten(table, IntStream.range(0, 64).toArray())),
                new PlantedFault(
                        "feature-drift",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("features", List.of("p33")),
                        table -> brighten(table, table.header.indexOf("p33"))),
                new PlantedFault(
                        "near-duplicates",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of(
                                "row-count",
                                10,
                                "validation-rows",
                                RealTable.numbers(RealTable.breastCancer().validation(), 10),
                                "train-rows",
                                RealTable.numbers(RealTable.breastCancer().train(), 10)),
                        table -> copyTrainRowsAlmost(table, 10)));
    }

    @Test
    void fewNearDuplicates_areForInformation() {
        RealTable table = RealTable.breastCancer();
        copyTrainRowsAlmost(table, 5);

        assertThat(RealTable.found(table.check(), "near-duplicates").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void manyLabelsThatConflict_areAWarning() {
        RealTable table = RealTable.digits();
        int[] train = table.train();
        for (int i = 0; i < 100; i++) {
            makeTrainRowsConflict(table, train[2 * i], train[2 * i + 1]);
        }

        assertThat(RealTable.found(table.check(), "conflicting-labels").severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void amountsOfAWideRange_areIdentifiersForInformationAtMost() {
        RealTable table = RealTable.breastCancer();
        table.addColumn("income", row -> 20_000 + 1_763 * ((row * 211) % 569));

        assertThat(RealTable.found(table.check(), "identifier-feature").severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void intervalsOfTenPoints_areNotTooWideWhereMistakesAreMany() {
        RealTable table = RealTable.digits();
        SplittableRandom random = new SplittableRandom(3);
        everyRow(table, row -> {
            if (random.nextDouble() < 0.5) {
                table.set(row, table.labelColumn(), random.nextInt(10));
            }
        });

        Finding finding = RealTable.found(table.check(), "small-validation-split");

        assertThat((double) finding.evidence().get("interval-width")).isGreaterThan(0.1);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void plantedFault_isFound(PlantedFault fault) {
        fault.assertFound();
    }

    @Test
    void sortedRows_areToldAsRowOrder() {
        RealTable sorted = RealTable.breastCancer();
        sorted.rows.sort((a, b) -> a.get(30).compareTo(b.get(30)));

        Finding finding = RealTable.found(sorted.check(), "row-order");

        assertThat((double) finding.evidence().get("share-told")).isGreaterThan(0.8);
    }

    @Test
    void shuffledRows_areNot() {
        RealTable shuffled = RealTable.digits();
        List<List<String>> rows = List.copyOf(shuffled.rows);
        int[] order = new Seed(5).permutation(rows.size());
        IntStream.range(0, order.length).forEach(row -> shuffled.rows.set(row, rows.get(order[row])));

        assertThat(shuffled.check()).extracting(Finding::code).doesNotContain("row-order");
    }

    @Test
    void sameData_giveTheSameFindings() {
        Prepared data = RealTable.digits().prepare();

        assertThat(DataChecks.run(data, RealTable.SEED)).isEqualTo(DataChecks.run(data, RealTable.SEED));
    }

    private static double noisyLabel(RealTable table, int row) {
        double noise = new SplittableRandom(row).nextDouble();
        return noise + (table.label(row).equals(table.label(0)) ? 1.1 : 0);
    }

    private static void everyRow(RealTable table, Consumer<Integer> change) {
        IntStream.range(0, table.rows.size()).forEach(change::accept);
    }

    private static void missMostRadii(RealTable table) {
        table.table = new TableSpec(List.of(), MissingCells.IMPUTE);
        everyRow(table, row -> table.set(row, MEAN_RADIUS, row % 3 == 0 ? table.number(row, "mean_radius") : ""));
    }

    private static void makeFirstTwoTrainRowsConflict(RealTable table) {
        int[] train = table.train();
        makeTrainRowsConflict(table, train[0], train[1]);
    }

    private static void makeTrainRowsConflict(RealTable table, int one, int other) {
        IntStream.range(0, table.labelColumn())
                .forEach(column -> table.set(other, column, table.rows.get(one).get(column)));
    }

    private static void brighten(RealTable table, int... columns) {
        for (int row : table.validation()) {
            for (int column : columns) {
                table.set(row, column, 4 + Integer.parseInt(table.rows.get(row).get(column)));
            }
        }
    }

    private static void copyTrainRowsAlmost(RealTable table, int rows) {
        int[] train = table.train();
        int[] validation = table.validation();
        for (int i = 0; i < rows; i++) {
            for (int column = 0; column < table.labelColumn(); column++) {
                double value = Double.parseDouble(table.rows.get(train[i]).get(column));
                table.set(validation[i], column, value * 1.001);
            }
        }
    }
}

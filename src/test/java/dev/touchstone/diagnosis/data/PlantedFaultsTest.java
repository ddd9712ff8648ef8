package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault in a real table at a time, found with what it is about. */
class PlantedFaultsTest {
    private static final int MEAN_RADIUS = 0;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "leaking-feature",
                        Severity.ERROR,
                        RealTable.digits(),
                        Map.of("feature", "leak"),
                        table ->
                                table.addColumn("leak", column(table, row -> 10 - Integer.parseInt(table.label(row))))),
                fault(
                        "leaking-feature",
                        Severity.ERROR,
                        RealTable.breastCancer(),
                        Map.of("feature", "leak"),
                        table -> table.addColumn("leak", column(table, row -> noisyLabel(table, row)))),
                fault(
                        "strong-feature",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("feature", "hint"),
                        table -> table.addColumn(
                                "hint", column(table, row -> row % 10 == 0 ? 0 : Integer.parseInt(table.label(row))))),
                fault(
                        "identifier-feature",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("feature", "patient"),
                        table -> table.addColumn("patient", column(table, row -> 842300 + 37 * ((row * 211) % 569)))),
                fault(
                        "conflicting-labels",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("row-count", 2, "rows", numbers(train(RealTable.digits()), 2)),
                        PlantedFaultsTest::makeFirstTwoTrainRowsConflict),
                fault(
                        "constant-features",
                        Severity.INFO,
                        RealTable.breastCancer(),
                        Map.of("features", List.of("mean_radius")),
                        table -> everyRow(table, row -> table.set(row, MEAN_RADIUS, 1.5))),
                fault(
                        "wild-scales",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("widest", "worst_area"),
                        table -> table.normalise = Normalisation.NONE),
                fault(
                        "non-finite-feature",
                        Severity.ERROR,
                        RealTable.breastCancer(),
                        Map.of(
                                "rows",
                                List.of(train(RealTable.breastCancer())[3] + 1),
                                "features",
                                List.of("mean_radius")),
                        table -> {
                            table.normalise = Normalisation.MIN_MAX;
                            table.set(train(table)[3], MEAN_RADIUS, "3e38");
                            table.set(train(table)[4], MEAN_RADIUS, "-3e38");
                        }),
                fault(
                        "class-imbalance",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("class", "8"),
                        table -> table.rows.removeIf(
                                row -> row.get(table.labelColumn()).equals("8")
                                        && !row.get(3).equals("9"))),
                fault(
                        "class-missing-from-validation",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("classes", List.of("x")),
                        table -> table.set(0, table.labelColumn(), "x")),
                fault(
                        "small-validation-split",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of("validation-rows", 29),
                        table -> table.split = new SplitSpec(0.9, 0.05, 0.05, true, 7)),
                fault(
                        "split-drift",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of(),
                        table -> brighten(table, IntStream.range(0, 64).toArray())),
                fault(
                        "feature-drift",
                        Severity.WARNING,
                        RealTable.digits(),
                        Map.of("features", List.of("p33")),
                        table -> brighten(table, table.header.indexOf("p33"))),
                fault(
                        "near-duplicates",
                        Severity.WARNING,
                        RealTable.breastCancer(),
                        Map.of(
                                "row-count",
                                10,
                                "validation-rows",
                                numbers(validation(RealTable.breastCancer()), 10),
                                "train-rows",
                                numbers(train(RealTable.breastCancer()), 10)),
                        PlantedFaultsTest::copyTenTrainRowsAlmost));
    }

    private static Arguments fault(
            String code, Severity severity, RealTable table, Map<String, Object> evidence, Consumer<RealTable> plant) {
        return Arguments.of(code, severity, table, evidence, plant);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void plantedFault_isFound(
            String code, Severity severity, RealTable table, Map<String, Object> evidence, Consumer<RealTable> plant) {
        plant.accept(table);

        Finding finding = RealTable.found(table.check(), code);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.evidence()).containsAllEntriesOf(evidence);
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

    private static List<Object> column(RealTable table, IntFunction<Object> value) {
        return IntStream.range(0, table.rows.size()).mapToObj(value).toList();
    }

    private static double noisyLabel(RealTable table, int row) {
        double noise = new SplittableRandom(row).nextDouble();
        return noise + (table.label(row).equals(table.label(0)) ? 1.1 : 0);
    }

    private static void everyRow(RealTable table, Consumer<Integer> change) {
        IntStream.range(0, table.rows.size()).forEach(change::accept);
    }

    private static void makeFirstTwoTrainRowsConflict(RealTable table) {
        int[] train = train(table);
        IntStream.range(0, table.labelColumn())
                .forEach(column ->
                        table.set(train[1], column, table.rows.get(train[0]).get(column)));
    }

    private static void brighten(RealTable table, int... columns) {
        for (int row : validation(table)) {
            for (int column : columns) {
                table.set(row, column, 4 + Integer.parseInt(table.rows.get(row).get(column)));
            }
        }
    }

    private static void copyTenTrainRowsAlmost(RealTable table) {
        int[] train = train(table);
        int[] validation = validation(table);
        for (int i = 0; i < 10; i++) {
            for (int column = 0; column < table.labelColumn(); column++) {
                double value = Double.parseDouble(table.rows.get(train[i]).get(column));
                table.set(validation[i], column, value * 1.001);
            }
        }
    }

    private static int[] train(RealTable table) {
        return table.prepare().origin().train();
    }

    private static int[] validation(RealTable table) {
        return table.prepare().origin().validation();
    }

    private static List<Integer> numbers(int[] rows, int count) {
        return IntStream.of(rows).limit(count).map(row -> row + 1).boxed().toList();
    }
}

package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.ColumnRule;
import dev.touchstone.data.SpecColumn;
import dev.touchstone.data.SplitBy;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupLeakageCheckTest {
    static Stream<Arguments> waysToWriteASpeaker() {
        return Stream.of(
                way("a number feature", table -> {}),
                way("ignored", table -> table.rule("speaker", ColumnRule.Word.IGNORE)),
                way("a category of numbers", table -> table.rule("speaker", ColumnRule.Word.CATEGORY)),
                way("a category of names", GroupLeakageCheckTest::nameSpeakers),
                way("ignored names", table -> {
                    nameSpeakers(table);
                    table.rule("speaker", ColumnRule.Word.IGNORE);
                }));
    }

    private static Arguments way(String name, Consumer<RealTable> write) {
        return Arguments.of(name, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToWriteASpeaker")
    void vowelsDividedAtRandomInsteadOfBySpeaker_areAnError(String name, Consumer<RealTable> write) {
        RealTable vowel = RealTable.vowel();
        write.accept(vowel);

        Finding finding = RealTable.found(vowel.check(), "group-leakage");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence()).containsEntry("column", "speaker").containsEntry("groups", 15);
        assertThat((double) finding.evidence().get("lost-share")).isGreaterThan(0.2);
        assertThat(finding.remedy()).contains("group: speaker");
    }

    @Test
    void vowelsDividedBySpeaker_areNot() {
        RealTable vowel = RealTable.vowel();
        vowel.split = new SplitSpec(0.6, 0.2, 0.2, new SplitBy.Group(new SpecColumn("speaker", "data.split")), 7);

        assertThat(leaks(vowel)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void columnsThatMerelyDescribeOrPredict_areNot(long seed) {
        RealTable diamonds = RealTable.diamonds();
        SplittableRandom random = new SplittableRandom(seed);
        diamonds.addColumn("of nothing", row -> random.nextInt(12));
        diamonds.addColumn("size", row -> Math.round(8 * diamonds.number(row, "carat")));
        diamonds.addColumn("band", row -> Math.round(3 * Math.log(diamonds.number(row, "price"))));
        diamonds.addColumn("dealer", row -> random.nextInt(400));
        List.of("of nothing", "size", "band", "dealer")
                .forEach(column -> diamonds.rule(column, ColumnRule.Word.IGNORE));
        diamonds.split = new SplitSpec(0.7, 0.15, 0.15, true, seed);

        assertThat(leaks(diamonds)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void brightnessOfPixels_isNoGroupHoweverWrongTheLabels(long seed) {
        RealTable digits = RealTable.digits();
        digits.rows.subList(1000, digits.rows.size()).clear();
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < digits.rows.size(); row++) {
            if (random.nextDouble() < 0.6) {
                digits.set(row, digits.labelColumn(), random.nextInt(10));
            }
        }
        digits.split = new SplitSpec(0.5, 0.5, 0, true, seed);

        assertThat(leaks(digits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersThatMeasure_areNotWhetherWholeOrNot(long seed) {
        RealTable diamonds = RealTable.diamonds();
        diamonds.addColumn("hundredths", row -> Math.round(100 * diamonds.number(row, "carat")));
        diamonds.addColumn("grains", row -> Math.round(20 * diamonds.number(row, "carat")) / 5.0);
        diamonds.split = new SplitSpec(0.7, 0.15, 0.15, true, seed);

        assertThat(leaks(diamonds)).isEmpty();
    }

    /** Sixteen numbers from 0 to 15 of each: the next one is recognised hardly more often than by chance. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void measuresOfFewSteps_areNotGroups(long seed) {
        RealTable letters = RealTable.letters();
        letters.split = new SplitSpec(0.6, 0.2, 0.2, true, seed);

        assertThat(leaks(letters)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void patientsMeasuredFourTimesEach_areFoundWhateverTheirLabels(long seed) {
        RealTable patients = measuredFourTimes(RealTable.breastCancer(), new SplittableRandom(seed));
        patients.split = new SplitSpec(0.7, 0.15, 0.15, true, seed);

        assertThat(leaks(patients))
                .extracting(finding -> finding.evidence().get("column"))
                .containsExactly("patient");
    }

    /** A hundred patients; whether they are ill is drawn, so that nothing but knowing the patient helps. */
    private static RealTable measuredFourTimes(RealTable table, SplittableRandom random) {
        table.rows.subList(100, table.rows.size()).clear();
        for (List<String> patient : List.copyOf(table.rows)) {
            patient.set(table.labelColumn(), random.nextBoolean() ? "ill" : "well");
            for (int time = 0; time < 3; time++) {
                table.rows.add(measuredAgain(patient, random));
            }
        }
        table.addColumn("patient", row -> row < 100 ? row : (row - 100) / 3);
        table.rule("patient", ColumnRule.Word.IGNORE);
        return table;
    }

    private static List<String> measuredAgain(List<String> patient, SplittableRandom random) {
        List<String> again = new ArrayList<>();
        patient.subList(0, patient.size() - 1)
                .forEach(value -> again.add(String.valueOf(Double.parseDouble(value) * random.nextDouble(0.95, 1.05))));
        again.add(patient.get(patient.size() - 1));
        return again;
    }

    private static void nameSpeakers(RealTable vowel) {
        vowel.rows.forEach(row -> row.set(0, "speaker " + row.get(0)));
    }

    private static List<Finding> leaks(RealTable table) {
        return table.check().stream()
                .filter(finding -> finding.code().equals("group-leakage"))
                .toList();
    }
}

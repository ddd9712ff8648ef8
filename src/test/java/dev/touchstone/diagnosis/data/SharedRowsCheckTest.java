package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedRowsCheckTest {
    @Test
    void rowsOfValidationCopiedFromTrain_areAnErrorThatNamesThem() {
        RealTable table = RealTable.digits();
        Prepared clean = table.prepare();
        int[] train = clean.origin().train();
        int[] validation = clean.origin().validation();
        for (int i = 0; i < 20; i++) {
            copyFeatures(table, train[i], validation[i]);
        }

        Finding finding = RealTable.found(table.check(), "rows-shared-with-validation");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence())
                .containsEntry("shared-validation-rows", 20)
                .containsEntry("validation-rows", RealTable.numbers(validation, 20))
                .containsEntry("train-rows", RealTable.numbers(train, 20));
    }

    @Test
    void rowsOfTestCopiedFromTrain_areAnErrorThatNamesTheTrainRowsOnly() {
        RealTable table = RealTable.breastCancer();
        Prepared clean = table.prepare();
        int[] train = clean.origin().train();
        List<Integer> test = testRows(table, clean);
        for (int i = 0; i < 12; i++) {
            copyFeatures(table, train[i], test.get(i));
        }

        Finding finding = RealTable.found(table.check(), "rows-shared-with-test");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence())
                .containsEntry("shared-test-rows", 12)
                .containsEntry("train-rows", RealTable.numbers(train, 12))
                .doesNotContainKey("test-rows");
    }

    @Test
    void tableInWhichEveryRowComesTwice_isAnErrorForBothSplits() {
        RealTable table = RealTable.breastCancer();
        IntStream.range(0, table.rows.size()).forEach(table::repeat);

        List<Finding> findings = table.check();

        assertThat(RealTable.found(findings, "rows-shared-with-validation").severity())
                .isEqualTo(Severity.ERROR);
        assertThat(RealTable.found(findings, "rows-shared-with-test").severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void fewRowsThatTheSourceRepeatsEverywhere_areForInformation() {
        RealTable table = RealTable.digits();
        for (int row = 0; row < 20; row++) {
            table.repeat(row);
        }

        assertThat(RealTable.found(table.check(), "rows-shared-with-validation").severity())
                .isEqualTo(Severity.INFO);
    }

    private static void copyFeatures(RealTable table, int from, int to) {
        IntStream.range(0, table.labelColumn())
                .forEach(column -> table.set(to, column, table.rows.get(from).get(column)));
    }

    private static List<Integer> testRows(RealTable table, Prepared prepared) {
        Set<Integer> seen = IntStream.concat(
                        IntStream.of(prepared.origin().train()),
                        IntStream.of(prepared.origin().validation()))
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        return IntStream.range(0, table.rows.size())
                .filter(row -> !seen.contains(row))
                .boxed()
                .toList();
    }
}

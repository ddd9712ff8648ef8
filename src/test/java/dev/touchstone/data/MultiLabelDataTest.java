package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits with three labels each, on their way to the trials. */
class MultiLabelDataTest {
    @TempDir
    private Path folder;

    private DataSpec digits() throws IOException {
        return LabelledDigits.spec(LabelledDigits.write(folder.resolve("digits.csv"), 1797));
    }

    private static Targets.LabelSets sets(Rows rows) {
        return (Targets.LabelSets) rows.targets();
    }

    private Dataset read(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "x,a,b\n" + String.join("\n", lines) + "\n");
        return new SourceReader()
                .read(new DataSpec(
                        new Source.Csv(file, List.of("b", "a"), TableSpec.DEFAULT),
                        List.of(),
                        SplitSpec.DEFAULT,
                        Normalisation.NONE));
    }

    @Test
    void columnsOfFlags_areTheLabelsOfEachRow() throws IOException {
        Dataset dataset = read("7,0,1", "8,true,FALSE", "9,1,1.0");

        assertThat(sets(dataset.rows()).flags()).containsExactly(true, false, false, true, true, true);
        assertThat(dataset.classNames()).containsExactly("b", "a");
        assertThat(dataset.featureNames()).containsExactly("x");
        assertThat(dataset.rows().numbers()).containsExactly(7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,0,1|8,2,0|:3: column 'a': found '2', expected 0 or 1, or false or true",
                "7,0,1|8,1,|:3: column 'b': found nothing, expected 0 or 1, or false or true",
                "7,0,1|8,0,0|: found no row with the label 'a', expected rows with and without it",
                "7,1,1|8,0,1|: found no row without the label 'b', expected rows with and without it",
            })
    void cellsThatAreNoFlags_areRefused(String first, String second, String message) {
        assertThatThrownBy(() -> read(first, second))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(folder.resolve("rows.csv").toString())
                .hasMessageContaining(message);
    }

    @Test
    void missingLabelColumn_isToldWithTheNearest() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "x,even,large\n1,0,1\n");
        Source source = new Source.Csv(file, List.of("even", "lage"), TableSpec.DEFAULT);

        assertThatThrownBy(() ->
                        new SourceReader().read(new DataSpec(source, List.of(), SplitSpec.DEFAULT, Normalisation.NONE)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no label column 'lage'; nearest is 'large'");
    }

    @Test
    void everySplit_hasItsShareOfEachCombination() throws IOException {
        DataPreparation.Prepared prepared = DataPreparation.prepare(digits());
        Map<BitSet, Long> train = counts(sets(prepared.data().train()));
        Map<BitSet, Long> validation = counts(sets(prepared.data().validation()));

        assertThat(train).hasSize(6);
        train.forEach((labels, rows) ->
                assertThat((double) validation.getOrDefault(labels, 0L)).isCloseTo(rows * 0.15 / 0.7, within(1.5)));
    }

    @Test
    void rareCombinations_areOneStratum() {
        boolean[] flags = new boolean[2 * 32];
        IntStream.range(0, 10).forEach(row -> flags[2 * row] = true); // ten of one combination
        flags[2 * 30] = true;
        flags[2 * 30 + 1] = true; // one of another

        int[] strata = Strata.of(new Targets.LabelSets(2, flags));

        assertThat(IntStream.of(strata).distinct().boxed()).containsExactly(1, 2, 0);
        assertThat(strata[30]).isZero();
    }

    private static Map<BitSet, Long> counts(Targets.LabelSets sets) {
        return IntStream.range(0, sets.count())
                .mapToObj(sets::key)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void preparedData_isReadBackAsWritten() throws IOException {
        PreparedData data = DataPreparation.prepare(digits()).data();

        assertThat(data.task()).isEqualTo(new Task.MultiLabel(LabelledDigits.LABELS));
        assertThat(data.task().words()).isEqualTo("multi-label classification, 3 labels");
        assertThat(Written.andRead(data)).usingRecursiveComparison().isEqualTo(data);
    }

    @Test
    void rowsAlone_areReadBackAsWritten() throws IOException {
        Rows rows = new SourceReader().read(digits()).rows();

        Rows read = RowsFormat.read(rows.width(), rows.count(), rows.targets().layout(), RowsFormat.write(rows));

        assertThat(sets(read).flags()).isEqualTo(sets(rows).flags());
        assertThat(read.numbers()).isEqualTo(rows.numbers());
    }

    @Test
    void oneOtherLabel_changesTheFingerprint() throws IOException {
        Dataset dataset = new SourceReader().read(digits());
        String before = DataFingerprint.of(dataset);
        sets(dataset.rows()).flags()[17] ^= true;

        assertThat(DataFingerprint.of(dataset)).isNotEqualTo(before);
    }

    @Test
    void partsOfTheRows_keepTheirLabels() {
        Targets.LabelSets sets = new Targets.LabelSets(2, new boolean[] {true, false, false, true, true, true});

        assertThat(sets.select(new int[] {2, 0}).flags()).containsExactly(true, true, true, false);
        assertThat(sets.range(1, 2).flags()).containsExactly(false, true);
        assertThat(sets.range(0, 1).followedBy(sets.range(2, 3)).count()).isEqualTo(2);
        assertThat(sets.rowsWith(0)).isEqualTo(2);
        assertThat(sets.key(0))
                .isNotEqualTo(sets.key(1))
                .isEqualTo(sets.range(0, 1).key(0));
    }
}

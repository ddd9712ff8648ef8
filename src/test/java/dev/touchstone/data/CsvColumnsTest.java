package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.data.ColumnRule.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that their last column divides, so that a test says what train, validation and test hold. */
class CsvColumnsTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("rows.csv");
    }

    private PreparedData prepare(String table, Map<String, ColumnRule> rules, MissingCells missing) throws IOException {
        return whole(table, rules, missing).data();
    }

    private DataPreparation.Prepared whole(String table, Map<String, ColumnRule> rules, MissingCells missing)
            throws IOException {
        Files.writeString(file(), table);
        List<TableSpec.Ruled> columns = rules.entrySet().stream()
                .map(rule -> new TableSpec.Ruled(
                        new SpecColumn(rule.getKey(), "data.columns on line 3 of the spec"), rule.getValue()))
                .toList();
        Source source = new Source.Csv(file(), "label", new TableSpec(columns, missing));
        SplitBy given = new SplitBy.Given(new SpecColumn("part", "data.split.column on line 4 of the spec"));
        SplitSpec split = new SplitSpec(0.7, 0.15, 0.15, given, 1);
        return DataPreparation.prepare(new DataSpec(source, List.of(), split, Normalisation.NONE));
    }

    @Test
    void texts_areOneHotInAscendingOrderOfWhatTrainHas() throws IOException {
        PreparedData data = prepare("""
                colour,size,label,part
                red,1,x,train
                blue,2,y,train
                red,3,y,validation
                """, Map.of(), MissingCells.REFUSE);

        assertThat(data.featureNames()).containsExactly("colour=blue", "colour=red", "size");
        assertThat(data.shape()).containsExactly(3);
        assertThat(data.train().numbers()).containsExactly(0, 1, 1, 1, 0, 2);
        assertThat(data.validation().numbers()).containsExactly(0, 1, 3);
    }

    @Test
    void statedOrder_isTheOrderOfTheFeatures() throws IOException {
        PreparedData data =
                prepare("""
                cut,label,part
                good,x,train
                NA,y,train
                fair,x,train
                good,y,validation
                """, Map.of("cut", new ColumnRule.Order(List.of("NA", "fair", "good"))), MissingCells.REFUSE);

        assertThat(data.featureNames()).containsExactly("cut=NA", "cut=fair", "cut=good");
        assertThat(data.train().numbers()).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void valueOutsideTheStatedOrder_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> prepare(
                        "cut,label,part\ngod,x,train\n",
                        Map.of("cut", new ColumnRule.Order(List.of("fair", "good"))),
                        MissingCells.REFUSE))
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ":2: column 'cut': found 'god', expected one of fair, good; did you mean 'good'?");
    }

    @Test
    void trueAndFalse_areOneFeature() throws IOException {
        PreparedData data = prepare("""
                old,label,part
                True,x,train
                false,y,train
                TRUE,x,validation
                """, Map.of(), MissingCells.REFUSE);

        assertThat(data.featureNames()).containsExactly("old");
        assertThat(data.train().numbers()).containsExactly(1, 0);
        assertThat(data.validation().numbers()).containsExactly(1);
    }

    @Test
    void rules_makeCategoriesOfNumbersAndLeaveColumnsOutAndLetTheDecidingOneIn() throws IOException {
        PreparedData data = prepare(
                """
                zip,name,label,part
                10,anna,x,train
                9,ben,y,train
                10,cleo,x,validation
                """, Map.of("zip", Word.CATEGORY, "name", Word.IGNORE, "part", Word.CATEGORY), MissingCells.REFUSE);

        assertThat(data.featureNames()).containsExactly("zip=9", "zip=10", "part=train");
        assertThat(data.train().numbers()).containsExactly(0, 1, 1, 1, 0, 1);
    }

    @Test
    void characters_areOneHotByPosition() throws IOException {
        PreparedData data = prepare("""
                dna,label,part
                CA,x,train
                AA,y,train
                AC,y,validation
                """, Map.of("dna", Word.CHARACTERS), MissingCells.REFUSE);

        assertThat(data.featureNames()).containsExactly("dna[0]=A", "dna[0]=C", "dna[1]=A", "dna[1]=C");
        assertThat(data.train().numbers()).containsExactly(0, 1, 1, 0, 1, 0, 1, 0);
        assertThat(data.validation().numbers()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void splice_isOneHotByPositionAndLetter() {
        Source source = new Source.Csv(
                Path.of("search-spaces/data/splice.csv"),
                "class",
                new TableSpec(
                        List.of(new TableSpec.Ruled(new SpecColumn("sequence", "here"), Word.CHARACTERS)),
                        MissingCells.REFUSE));
        PreparedData data = DataPreparation.prepare(
                        new DataSpec(source, List.of(), SplitSpec.DEFAULT, Normalisation.NONE))
                .data();

        assertThat(data.featureNames()).hasSize(240).startsWith("sequence[0]=A").endsWith("sequence[59]=T");
        for (int row = 0; row < data.train().count(); row++) {
            Rows one = data.train().range(row, row + 1);
            assertThat(IntStream.range(0, 240)
                            .mapToDouble(i -> one.numbers()[i])
                            .sum())
                    .isEqualTo(60);
        }
    }

    @Test
    void unequalLengths_areRefusedWithTheLineAndBothLengths() {
        assertThatThrownBy(() -> prepare(
                        "dna,label,part\nACG,x,train\nAC,y,train\n",
                        Map.of("dna", Word.CHARACTERS),
                        MissingCells.REFUSE))
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ":3: column 'dna': found 'AC', expected 3 characters as in the first row, not 2");
    }

    @Test
    void valueThatTrainNeverHas_becomesZerosAndIsToldOfValidationOnly() throws IOException {
        PreparedData data = prepare("""
                colour,label,part
                red,x,train
                blue,y,train
                mauve,y,validation
                secret,x,test
                """, Map.of(), MissingCells.REFUSE);

        assertThat(data.featureNames()).containsExactly("colour=blue", "colour=red");
        assertThat(data.validation().numbers()).containsExactly(0, 0);
        assertThat(data.notes())
                .containsExactly("column 'colour': validation rows with what train never has,"
                        + " which becomes zeros: 1 (mauve)");
        assertThat(data.toString()).doesNotContain("secret");
    }

    private static String people(int rows, int names) {
        return "name,label,part\n"
                + IntStream.range(0, rows)
                        .mapToObj(row -> "person-" + row % names + (row % 2 == 0 ? ",x,train\n" : ",y,validation\n"))
                        .collect(Collectors.joining());
    }

    @Test
    void identifier_isRefusedWithTheRemedy() {
        assertThatThrownBy(() -> prepare(people(90, 60), Map.of(), MissingCells.REFUSE))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        file() + ":1: column 'name': found 60 different texts in 90 cells, more an identifier than a"
                                + " category (of at most 45); state columns: {name: ignore}");
    }

    @Test
    void categoriesByTheThousand_areRefusedEvenWhereTheSpecWantsThem() {
        assertThatThrownBy(() -> prepare(people(4000, 1001), Map.of("name", Word.CATEGORY), MissingCells.REFUSE))
                .hasMessageContaining("found 1001 different texts in 4000 cells");
    }

    @Test
    void manyValues_areACategoryWhereTheSpecSaysSo() throws IOException {
        assertThat(prepare(people(90, 60), Map.of("name", Word.CATEGORY), MissingCells.REFUSE)
                        .featureNames())
                .hasSizeGreaterThan(20);
    }

    @Test
    void numberAmongTexts_isRefused() {
        assertThatThrownBy(() -> prepare("a,label,part\nred,x,train\n7,y,train\n", Map.of(), MissingCells.REFUSE))
                .hasMessage(file() + ":3: column 'a': found '7', expected text as on line 2;"
                        + " or state columns: {a: category}");
    }

    private static final String HOLES = """
            a,b,c,label,part
            1,red,5,x,train
            ,red,6,y,train
            3,,7,x,train
            NaN,blue,8,y,validation
            100,red,?,x,validation
            200,red,9,y,test
            """;

    @Test
    void missingCells_areRefusedWithTheirNumberAndTheRemedies() {
        assertThatThrownBy(() -> prepare(HOLES, Map.of(), MissingCells.REFUSE))
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ":3: column 'a': 2 cells hold, the first one here, no value; state data:"
                        + " {missing: drop} or {missing: impute}, or columns: {a: ignore}\n"
                        + file() + ":4: column 'b': 1 cell holds no value; state data:"
                        + " {missing: drop} or {missing: impute}, or columns: {b: ignore}\n"
                        + file() + ":6: column 'c': 1 cell holds no value; state data:"
                        + " {missing: drop} or {missing: impute}, or columns: {c: ignore}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "na", "N/A", "NaN", "null", "NULL", "?"})
    void everyWayToWriteNothing_isMissing(String cell) {
        assertThatThrownBy(
                        () -> prepare("a,label,part\n1,x,train\n" + cell + ",y,train\n", Map.of(), MissingCells.REFUSE))
                .hasMessageContaining(":3: column 'a': 1 cell holds no value");
    }

    @Test
    void droppedRows_areCounted() throws IOException {
        PreparedData data = prepare(HOLES.replace("100,red,?", "100,red,4"), Map.of(), MissingCells.DROP);

        assertThat(data.train().numbers()).containsExactly(1, 1, 5);
        assertThat(data.validation().numbers()).containsExactly(100, 1, 4);
        assertThat(data.notes()).containsExactly("3 rows with a missing cell were dropped");
    }

    @Test
    void imputedCells_getWhatTrainAloneSaysAndAnIndicatorWhereTrainHasSome() throws IOException {
        PreparedData data = prepare(HOLES, Map.of(), MissingCells.IMPUTE);

        assertThat(data.featureNames()).containsExactly("a", "a=(missing)", "b=red", "b=(missing)", "c");
        assertThat(data.train().numbers()).containsExactly(1, 0, 1, 0, 5, 2, 1, 1, 0, 6, 3, 0, 0, 1, 7);
        assertThat(data.validation().numbers()).containsExactly(2, 1, 0, 0, 8, 100, 0, 1, 0, 6);
        assertThat(data.encoding().columns().get(0).fill()).isEqualTo(2f);
    }

    @Test
    void encoding_neverSeesValidationOrTest() throws IOException {
        String other = HOLES.replace("100,red", "-1e9,green").replace("200,red", "1e9,pink");

        assertThat(prepare(other, Map.of(), MissingCells.IMPUTE).encoding())
                .isEqualTo(prepare(HOLES, Map.of(), MissingCells.IMPUTE).encoding());
    }

    @Test
    void fingerprint_dependsOnWhatIsReadAndNotOnTheSplit() throws IOException {
        String fingerprint = prepare(HOLES, Map.of(), MissingCells.IMPUTE).fingerprint();

        assertThat(prepare(
                                HOLES.replace("x,train", "x,validation").replace("x,validation", "x,train"),
                                Map.of(),
                                MissingCells.IMPUTE)
                        .fingerprint())
                .isEqualTo(fingerprint);
        assertThat(prepare(HOLES.replace("blue", "green"), Map.of(), MissingCells.IMPUTE)
                        .fingerprint())
                .isNotEqualTo(fingerprint);
        assertThat(prepare(HOLES, Map.of("c", Word.IGNORE), MissingCells.IMPUTE).fingerprint())
                .isNotEqualTo(fingerprint);
    }

    @Test
    void columnThatTrainNeverHas_isRefused() {
        assertThatThrownBy(() -> prepare(
                        "a,b,label,part\n1,,x,train\n2,,y,train\n3,4,y,validation\n", Map.of(), MissingCells.IMPUTE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "column 'b' has no value in any row of train; leave it out with columns: {b: ignore}");
    }

    @Test
    void missingClass_isRefusedUnlessItsRowIsDropped() throws IOException {
        String table = "a,label,part\n1,x,train\n2,,train\n3,y,train\n4,x,validation\n";

        assertThatThrownBy(() -> prepare(table, Map.of(), MissingCells.IMPUTE))
                .hasMessage(file() + ":3: column 'label': found nothing, expected a label");
        assertThat(prepare(table, Map.of(), MissingCells.DROP).train().numbers())
                .containsExactly(1, 3);
    }

    @Test
    void unknownColumnOfTheSpec_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> prepare(HOLES, Map.of("lable", Word.IGNORE), MissingCells.DROP))
                .hasMessageContaining("no column 'lable' as in data.columns on line 3 of the spec; nearest is 'label'");
    }

    @Test
    void ruleForTheLabel_isRefused() {
        assertThatThrownBy(() -> prepare(HOLES, Map.of("label", Word.IGNORE), MissingCells.DROP))
                .hasMessage(
                        "data.columns on line 3 of the spec: column 'label' is the label, and no feature; remove it here");
    }

    @Test
    void preparedBytes_keepTheEncoding() throws IOException {
        PreparedData data = prepare(HOLES, Map.of(), MissingCells.IMPUTE);

        assertThat(Written.andRead(data)).usingRecursiveComparison().isEqualTo(data);
    }

    @Test
    void sealedRows_areEncodedAsThoseOfTrain() throws IOException {
        assertThat(whole(HOLES, Map.of(), MissingCells.IMPUTE)
                        .test()
                        .orElseThrow()
                        .width())
                .isEqualTo(5);
    }
}

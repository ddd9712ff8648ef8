package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidingColumnTest {
    private static final String TABLE = """
            part,a,label
            test,1,x
            train,2,y
            validation,3,x
            train,4,x
            validation,5,y
            """;

    @TempDir
    private Path folder;

    private static SplitBy given(String column) {
        return new SplitBy.Given(new SpecColumn(column, "data.split.column on line 4 of the spec"));
    }

    private DataPreparation.Prepared prepare(String table, SplitBy by) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), table);
        SplitSpec split = new SplitSpec(0.6, 0.2, 0.2, by, 1);
        return DataPreparation.prepare(
                new DataSpec(new Source.Csv(file, "label"), List.of(), split, Normalisation.NONE));
    }

    @Test
    void column_saysWhereEachRowGoesAndIsNoFeature() throws IOException {
        DataPreparation.Prepared prepared = prepare(TABLE, given("part"));

        assertThat(prepared.data().featureNames()).containsExactly("a");
        assertThat(prepared.data().train().numbers()).containsExactly(2, 4);
        assertThat(prepared.data().validation().numbers()).containsExactly(3, 5);
        assertThat(prepared.test().orElseThrow().count()).isEqualTo(1);
    }

    @Test
    void columnWithoutTest_leavesNothingToSeal() throws IOException {
        assertThat(prepare(TABLE.replace("test,", "train,"), given("part")).test())
                .isEmpty();
    }

    @Test
    void columnWithoutValidation_isRefused() {
        assertThatThrownBy(() -> prepare(TABLE.replace("validation", "train"), given("part")))
                .isInstanceOf(UserError.class)
                .hasMessage("data.split.column on line 4 of the spec: column 'part' puts no row into validation,"
                        + " expected at least one");
    }

    @Test
    void splitId_dependsOnTheColumnItsCellsAndTheGap() throws IOException {
        String numbered = """
                t,u,a,label
                1,1,1,x
                2,2,2,y
                3,3,3,x
                4,4,4,y
                5,5,5,x
                6,6,6,y
                7,7,7,x
                8,8,8,y
                """;
        SplitBy byT = new SplitBy.Time(new SpecColumn("t", "here"), 0);

        assertThat(List.of(
                        id(numbered, byT),
                        id(numbered, new SplitBy.Time(new SpecColumn("t", "here"), 1)),
                        id(numbered, new SplitBy.Time(new SpecColumn("u", "here"), 0)),
                        id(numbered, new SplitBy.Group(new SpecColumn("t", "here"))),
                        id(numbered, new SplitBy.Chance(true)),
                        id(numbered.replace("8,8,8", "9,8,8"), byT)))
                .doesNotHaveDuplicates();
        assertThat(id(numbered, byT)).isEqualTo(id(numbered, new SplitBy.Time(new SpecColumn("t", "elsewhere"), 0)));
    }

    private String id(String table, SplitBy by) throws IOException {
        return prepare(table, by).test().orElseThrow().id();
    }

    @Test
    void unknownColumn_isRefusedWithTheNearestAndItsPlaceInTheSpec() {
        assertThatThrownBy(() -> prepare(TABLE, given("prt")))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("rows.csv") + ":1: no column 'prt' as in data.split.column on line 4 of the"
                        + " spec; nearest is 'part'; columns: part, a, label");
    }

    @Test
    void label_cannotDecide() {
        assertThatThrownBy(() -> prepare(TABLE, given("label"))).hasMessageContaining("is the label");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tset  | column 'part': found 'tset', expected train, validation or test; did you mean 'test'?
            other | column 'part': found 'other', expected train, validation or test
            ''    | column 'part': found nothing, expected a value
            """)
    void cellThatNamesNoSplit_isRefusedWithItsLine(String cell, String message) {
        assertThatThrownBy(() -> prepare(TABLE.replace("test,", cell + ","), given("part")))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("rows.csv") + ":2: " + message);
    }

    @Test
    void cellThatIsNoTime_isRefusedWithItsLine() {
        assertThatThrownBy(() -> prepare(TABLE, new SplitBy.Time(new SpecColumn("part", "here"), 0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(":2: column 'part': found 'test', expected a time: a number, or a date such as");
    }
}

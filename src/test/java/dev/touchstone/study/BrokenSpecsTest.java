package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The broken files that the command must refuse too. */
class BrokenSpecsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken-specs");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tab-indentation       |  7 | indented with spaces only
            unknown-key           |  4 | did you mean 'train'?
            duplicate-key         | 16 | first on line 13; keep one of them
            missing-file          |  3 | did you mean 'points.csv'?
            reversed-range        | 11 | write [2, 8]
            log-range-with-zero   | 10 | raise its lower end
            nan                   | 10 | expected a number, found '.nan'
            unknown-optimiser     | 12 | did you mean 'adam'?
            split-over-one        |  4 | they must sum to 1
            group-and-time        |  4 | expected at most one of group, time and column
            gap-without-time      |  4 | gap goes with time
            stratified-groups     |  4 | stratify goes with a split at random
            shares-beside-a-column |  4 | the column gives the splits; remove it
            negative-gap          |  4 | expected a whole number from 0
            unknown-column-kind   |  4 | did you mean 'category'?
            unknown-missing       |  4 | did you mean 'impute'?
            order-without-values  |  4 | expected a list of values such as [red, green, blue]
            value-twice-in-order  |  4 | expected each value once
            missing-reference     |  7 | did you mean 'width'?
            class-tag             | 12 | remove the tag
            alias-bomb            | 13 | write the values instead of aliases
            study-outside-reports |  1 | no '..'
            """)
    void broken_spec_is_refused_in_one_line_with_place_and_fix(String name, int line, String fix) {
        Path file = FOLDER.resolve(name + ".yaml");

        SpecException refusal = catchThrowableOfType(SpecException.class, () -> SpecFile.read(file, Overrides.NONE));

        assertThat(refusal.problems())
                .singleElement()
                .asString()
                .startsWith(file + ":" + line + ": ")
                .contains(fix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"missing-label-column", "text-in-a-numeric-column", "empty-csv", "unknown-group", "missing-cells"
            })
    void spec_whose_data_are_broken_reads_because_only_the_data_tell(String name) {
        assertThat(SpecFile.read(FOLDER.resolve(name + ".yaml"), Overrides.NONE)
                        .spec()
                        .study())
                .isEqualTo("points");
    }

    @Test
    void missing_spec_names_its_neighbour() {
        Path file = FOLDER.resolve("nam.yaml");

        SpecException refusal = catchThrowableOfType(SpecException.class, () -> SpecFile.read(file, Overrides.NONE));

        assertThat(refusal).hasMessage(file + ": there is no such file; did you mean 'nan.yaml'?");
    }
}

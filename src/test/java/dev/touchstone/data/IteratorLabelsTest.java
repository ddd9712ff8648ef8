package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the labels of a user's iterator are taken for. */
class IteratorLabelsTest {
    private static Labelled read(int width, List<String> names, Task.@Nullable Kind stated, float... labels) {
        return new IteratorLabels("org.example.MyData", width, names).read(labels, stated);
    }

    private static int[] classes(Labelled labelled) {
        return ((Targets.Classes) labelled.targets()).labels();
    }

    @Test
    void oneHotColumns_areClasses() {
        Labelled named = read(3, List.of("cat", "dog", "cow"), null, 0, 0, 1, 0, 1, 0);

        assertThat(classes(named)).containsExactly(2, 1);
        assertThat(named.names()).containsExactly("cat", "dog", "cow");
        assertThat(read(3, List.of(), null, 0, 0, 1, 0, 1, 0).names()).containsExactly("0", "1", "2");
    }

    @Test
    void wholeNumbersOfOneColumn_areClasses() {
        Labelled codes = read(1, List.of(), null, 7, 3, 7);

        assertThat(classes(codes)).containsExactly(1, 0, 1);
        assertThat(codes.names()).containsExactly("3", "7");
    }

    @Test
    void indicesOfClasses_takeTheNamesOfTheIterator() {
        Labelled named = read(1, List.of("low", "middle", "high"), null, 2, 0);

        assertThat(classes(named)).containsExactly(1, 0);
        assertThat(named.names()).containsExactly("low", "high");
        assertThat(read(1, List.of("low"), null, 2, 0).names()).containsExactly("0", "2");
    }

    @Test
    void numbersOfOneColumn_arePredicted() {
        assertThat(((Targets.Values) read(1, List.of(), null, 0.5f, 0.25f).targets()).numbers())
                .containsExactly(0.5f, 0.25f);
        assertThat(read(1, List.of(), Task.Kind.REGRESSION, 7, 3).targets()).isInstanceOf(Targets.Values.class);
    }

    @Test
    void columnsOfFlags_areSeveralLabels() {
        Labelled inferred = read(3, List.of(), null, 0, 1, 1, 1, 0, 0);

        assertThat(((Targets.LabelSets) inferred.targets()).flags())
                .containsExactly(false, true, true, true, false, false);
        assertThat(inferred.names()).containsExactly("0", "1", "2");
        assertThat(read(2, List.of(), null, 0, 0, 0, 1).targets().kind()).isEqualTo(Task.Kind.MULTI_LABEL);
        assertThat(read(2, List.of(), Task.Kind.MULTI_LABEL, 1, 0, 0, 1)
                        .targets()
                        .kind())
                .isEqualTo(Task.Kind.MULTI_LABEL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|cat,dog,cow||0,1,1,0|getLabels() gave 3 names, expected 2 as there are labels a row",
                "2|cat,cat||0,1,1,0|getLabels() gave [cat, cat], expected each name once",
                "2|||0.5,0.5,0,1|row 1 of all: found the labels [0.5, 0.5], expected 0s and 1s, or a single number",
                "2||CLASSIFICATION|0,1,1,1|row 2 of all: found the labels [1.0, 1.0], expected one 1 among 0s (one-hot)",
                "2||REGRESSION|0,1,1,0|found 2 labels a row, expected one number, for the spec says task: regression",
                "1||MULTI_LABEL|0,1|found one label a row, expected several, for the spec says task: multi-label",
            })
    void labelsThatFitNoTask_areRefused(
            int width, @Nullable String names, Task.@Nullable Kind stated, String labels, String message) {
        String[] numbers = labels.split(",");
        float[] given = new float[numbers.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = Float.parseFloat(numbers[i]);
        }

        assertThatThrownBy(() -> read(width, names == null ? List.of() : List.of(names.split(",")), stated, given))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("org.example.MyData: ")
                .hasMessageContaining(message);
    }

    @Test
    void classesOfManyFractions_areRefused() {
        float[] fractions = new float[50];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = i / 7f;
        }

        assertThatThrownBy(() -> read(1, List.of(), Task.Kind.CLASSIFICATION, fractions))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found 50 different numbers in 50 rows");
    }
}

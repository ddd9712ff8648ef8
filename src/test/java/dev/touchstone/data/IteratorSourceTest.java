package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.data.factory.CompiledClasses;
import dev.touchstone.data.factory.UserFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the batches of a user's iterator. */
class IteratorSourceTest {
    private static final String NAME = "org.example.MyData";

    @TempDir
    private Path folder;

    /** @param labels a Java expression of one batch of two rows of features */
    private Dataset labelled(String labels, Task.@Nullable Kind stated) throws IOException {
        return read("return " + iterator("new DataSet(Nd4j.ones(2, 3), " + labels + ")", "null") + ";", stated);
    }

    private Dataset read(String body, Task.@Nullable Kind stated) throws IOException {
        CompiledClasses classes = new CompiledClasses(folder).addFactory("MyData", body);
        Source source = new Source.Iterator(new UserFactory(NAME, classes.classPath()), stated);
        return new SourceReader().read(new DataSpec(source, List.of(), SplitSpec.DEFAULT, Normalisation.NONE));
    }

    private static String iterator(String sets, String names) {
        return "new org.deeplearning4j.datasets.iterator.ExistingDataSetIterator(List.of(" + sets
                + ")) { @Override public List<String> getLabels() { return " + names + "; } }";
    }

    @Test
    void batches_becomeTheRowsInTheirOrder() throws IOException {
        Dataset dataset = read(
                "return "
                        + iterator(
                                "new DataSet(Nd4j.arange(12).reshape(2, 1, 3, 2), Nd4j.eye(2)),"
                                        + " new DataSet(Nd4j.arange(12, 18).reshape(1, 1, 3, 2), Nd4j.createFromArray(new double[][] {{0, 1}}))",
                                "List.of(\"cat\", \"dog\")")
                        + ";",
                null);

        assertThat(dataset.shape()).containsExactly(1, 3, 2);
        assertThat(dataset.rows().count()).isEqualTo(3);
        assertThat(dataset.rows().width()).isEqualTo(6);
        assertThat(dataset.rows().range(2, 3).numbers()).containsExactly(12, 13, 14, 15, 16, 17);
        assertThat(dataset.rows().labels()).containsExactly(0, 1, 1);
        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.featureNames()).startsWith("x0-0-0", "x0-0-1", "x0-1-0");
    }

    @Test
    void labels_tellTheirTask() throws IOException {
        Dataset oneHot = labelled("Nd4j.createFromArray(new float[][] {{0, 0, 1}, {0, 1, 0}})", null);
        assertThat(oneHot.rows().labels()).containsExactly(2, 1);
        assertThat(oneHot.classNames()).containsExactly("0", "1", "2");

        Dataset codes = labelled("Nd4j.createFromArray(new int[][] {{7}, {3}})", null);
        assertThat(codes.rows().labels()).containsExactly(1, 0);
        assertThat(codes.classNames()).containsExactly("3", "7");

        Dataset numbers = labelled("Nd4j.createFromArray(new double[] {0.5, 0.25})", null);
        assertThat(((Targets.Values) numbers.rows().targets()).numbers()).containsExactly(0.5f, 0.25f);

        Dataset stated = labelled("Nd4j.createFromArray(new int[][] {{7}, {3}})", Task.Kind.REGRESSION);
        assertThat(((Targets.Values) stated.rows().targets()).numbers()).containsExactly(7, 3);
    }

    @Test
    void indicesOfClasses_takeTheNamesOfTheIterator() throws IOException {
        Dataset dataset = read(
                "return "
                        + iterator(
                                "new DataSet(Nd4j.ones(2, 3), Nd4j.createFromArray(new int[][] {{2}, {0}}))",
                                "List.of(\"low\", \"middle\", \"high\")")
                        + ";",
                null);

        assertThat(dataset.rows().labels()).containsExactly(1, 0);
        assertThat(dataset.classNames()).containsExactly("low", "high");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new DataSet(Nd4j.ones(2, 3), Nd4j.createFromArray(new float[][] {{0.5f, 0.5f}, {0, 1}}))"
                        + "|row 1 of all: found the labels [0.5, 0.5], expected 0s and 1s, or a single number",
                "new DataSet(Nd4j.ones(2, 3), Nd4j.eye(2)), new DataSet(Nd4j.ones(2, 4), Nd4j.eye(2))"
                        + "|batch 2: found rows of shape [4], expected [3] as in the first batch",
                "new DataSet(Nd4j.ones(2, 3), Nd4j.eye(2)), new DataSet(Nd4j.ones(3, 3), Nd4j.eye(3))"
                        + "|batch 2: found 3 labels a row, expected 2 as in the first batch",
                "new DataSet(Nd4j.ones(2, 3), Nd4j.eye(2)),"
                        + " new DataSet(Nd4j.createFromArray(new double[][] {{1, 2, 3}, {1, 1e300, 3}}), Nd4j.eye(2))"
                        + "|batch 2, row 4 of all: feature 1 is Infinity, expected a finite number",
                "new DataSet(Nd4j.ones(2, 3), Nd4j.createFromArray(new double[][] {{Double.NaN}, {1}}))"
                        + "|batch 1, row 1 of all: label 0 is NaN, expected a finite number",
                "|found an iterator without a batch, expected rows",
                "new DataSet(Nd4j.ones(2, 3), Nd4j.ones(2, 1))|found only the class [1], expected at least two",
            })
    void rowsThatMakeNoDataset_areRefused(@Nullable String sets, String message) {
        assertThatThrownBy(() -> read("return " + iterator(sets == null ? "" : sets, "null") + ";", null))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(NAME + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List.of(\"cat\", \"dog\", \"cow\")|getLabels() gave 3 names, expected 2",
                "List.of(\"cat\", \"cat\")|getLabels() gave [cat, cat], expected each name once",
            })
    void namesThatAreNotThoseOfTheLabels_areRefused(String names, String message) {
        assertThatThrownBy(() ->
                        read("return " + iterator("new DataSet(Nd4j.ones(2, 3), Nd4j.eye(2))", names) + ";", null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }

    @Test
    void columnsOfFlags_areSeveralLabels() throws IOException {
        Dataset inferred = labelled("Nd4j.createFromArray(new float[][] {{0, 1, 1}, {1, 0, 0}})", null);
        assertThat(((Targets.LabelSets) inferred.rows().targets()).flags())
                .containsExactly(false, true, true, true, false, false);
        assertThat(inferred.classNames()).containsExactly("0", "1", "2");

        Dataset stated = labelled("Nd4j.eye(2)", Task.Kind.MULTI_LABEL);
        assertThat(stated.rows().targets().kind()).isEqualTo(Task.Kind.MULTI_LABEL);

        assertThatThrownBy(() ->
                        labelled("Nd4j.createFromArray(new float[][] {{0, 1}, {1, 1}})", Task.Kind.CLASSIFICATION))
                .hasMessageContaining("row 2 of all: found the labels [1.0, 1.0], expected one 1 among 0s (one-hot)");
        assertThatThrownBy(() -> labelled("Nd4j.createFromArray(new float[] {0, 1})", Task.Kind.MULTI_LABEL))
                .hasMessageContaining("found one label a row, expected several");
    }

    @Test
    void severalColumns_areNoNumberToPredict() {
        assertThatThrownBy(() -> labelled("Nd4j.eye(2)", Task.Kind.REGRESSION))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found 2 labels a row, expected one number, for the spec says task: regression");
    }

    @Test
    void anIteratorWithoutEnd_isRefusedBeforeMemoryIsFull() {
        String endless = "DataSet set = new DataSet(Nd4j.ones(2, 4_000_000), Nd4j.eye(2));"
                + " return new org.deeplearning4j.datasets.iterator.ExistingDataSetIterator(List.of()) {"
                + " @Override public boolean hasNext() { return true; }"
                + " @Override public DataSet next() { return set; } };";

        assertThatThrownBy(() -> read(endless, null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("and more to come")
                .hasMessageContaining("does the iterator come to an end?");
    }
}

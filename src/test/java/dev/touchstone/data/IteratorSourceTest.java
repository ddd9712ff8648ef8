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

    private Dataset read(String body) throws IOException {
        return new SourceReader().read(new DataSpec(source(body), List.of(), SplitSpec.DEFAULT, Normalisation.NONE));
    }

    private Source.Iterator source(String body) throws IOException {
        CompiledClasses classes = new CompiledClasses(folder).addFactory("MyData", body);
        return new Source.Iterator(new UserFactory(NAME, classes.classPath()), null);
    }

    private static String iterator(String sets, String names) {
        return "new org.deeplearning4j.datasets.iterator.ExistingDataSetIterator(List.of(" + sets
                + ")) { @Override public List<String> getLabels() { return " + names + "; } }";
    }

    @Test
    void batches_becomeTheRowsInTheirOrder() throws IOException {
        Dataset dataset = read("return "
                + iterator(
                        "new DataSet(Nd4j.arange(12).reshape(2, 1, 3, 2), Nd4j.eye(2)),"
                                + " new DataSet(Nd4j.arange(12, 18).reshape(1, 1, 3, 2), Nd4j.createFromArray(new double[][] {{0, 1}}))",
                        "List.of(\"cat\", \"dog\")")
                + ";");

        assertThat(dataset.shape()).containsExactly(1, 3, 2);
        assertThat(dataset.rows().count()).isEqualTo(3);
        assertThat(dataset.rows().width()).isEqualTo(6);
        assertThat(dataset.rows().range(2, 3).numbers()).containsExactly(12, 13, 14, 15, 16, 17);
        assertThat(dataset.rows().labels()).containsExactly(0, 1, 1);
        assertThat(dataset.classNames()).containsExactly("cat", "dog");
        assertThat(dataset.featureNames()).startsWith("x0-0-0", "x0-0-1", "x0-1-0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
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
        assertThatThrownBy(() -> read("return " + iterator(sets == null ? "" : sets, "null") + ";"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(NAME + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void anIteratorWithoutEnd_isRefusedBeforeMemoryIsFull() throws IOException {
        Source.Iterator endless = source("DataSet set = new DataSet(Nd4j.ones(2, 10), Nd4j.eye(2));"
                + " return new org.deeplearning4j.datasets.iterator.ExistingDataSetIterator(List.of()) {"
                + " @Override public boolean hasNext() { return true; }"
                + " @Override public DataSet next() { return set; } };");

        assertThatThrownBy(() -> new IteratorReader(endless, 100).read())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found 120 values up to batch 6, expected at most 100 in all; does the iterator"
                        + " come to an end?");
    }
}

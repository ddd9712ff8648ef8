package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Diamonds and their prices, on their way to the trials. */
class RegressionDataTest {
    private static final DataSpec SPEC = new DataSpec(
            new Source.Csv(Path.of("search-spaces/data/diamonds.csv").toAbsolutePath(), "price"),
            List.of(),
            SplitSpec.DEFAULT,
            Normalisation.STANDARDISE);
    private static final PreparedData DATA = DataPreparation.prepare(SPEC).data();

    private static Targets.Values prices(Rows rows) {
        return (Targets.Values) rows.targets();
    }

    @Test
    void task_isFittedToTheTrainSplitAlone() {
        Task.Regression task = (Task.Regression) DATA.task();

        assertThat(task.mean()).isCloseTo((float) prices(DATA.train()).mean(), within(1e-2f));
        assertThat((double) task.deviation())
                .isCloseTo(Math.sqrt(prices(DATA.train()).variance()), within(1e-2));
        assertThat(task.restored(task.standardised(326))).isCloseTo(326, within(1e-2f));
    }

    @Test
    void rows_keepTheirPricesInDollars() {
        Dataset dataset = new SourceReader().read(SPEC);
        int[] train = new Splitter(SPEC.split()).split(dataset).train();

        assertThat(prices(DATA.train()).numbers())
                .isEqualTo(prices(dataset.rows().select(train)).numbers());
    }

    @Test
    void everySplit_hasItsShareOfEachTenthOfThePrices() {
        Dataset dataset = new SourceReader().read(SPEC);
        int[] strata = Strata.of(dataset.rows().targets());
        int[] validation = new Splitter(SPEC.split()).split(dataset).validation();

        for (int tenth = 0; tenth < 10; tenth++) {
            int wanted = tenth;
            assertThat(IntStream.of(validation).filter(row -> strata[row] == wanted))
                    .hasSize(150);
        }
    }

    @Test
    void preparedData_isReadBackAsWritten() {
        PreparedData read = Written.andRead(DATA);

        assertThat(read).usingRecursiveComparison().isEqualTo(DATA);
    }

    @Test
    void oneOtherPrice_changesTheFingerprint() {
        Dataset dataset = new SourceReader().read(SPEC);
        String before = DataFingerprint.of(dataset);
        prices(dataset.rows()).numbers()[17]++;

        assertThat(DataFingerprint.of(dataset)).isNotEqualTo(before);
    }
}

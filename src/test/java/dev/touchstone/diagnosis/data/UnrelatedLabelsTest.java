package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.SplitSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of drawn rows whose labels are hard to tell by nature, or change places. */
class UnrelatedLabelsTest {
    private static final int ROWS = 1500;
    private static final int NUMBERS = 2400;
    private static final int CLASSES = 8;
    private static final int COLUMNS = 4;
    private static final SplitSpec UNSTRATIFIED = new SplitSpec(0.7, 0.15, 0.15, false, 7);

    /** Clouds about centres as far from each other as rows are from theirs, or nearer. */
    private static RealTable clouds(double distance, Random random) {
        double[][] centres = IntStream.range(0, CLASSES)
                .mapToObj(label -> random.doubles(COLUMNS, -distance, distance).toArray())
                .toArray(double[][]::new);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                cells.add(String.valueOf(centres[row % CLASSES][column] + random.nextGaussian()));
            }
            cells.add("c" + row % CLASSES);
            rows.add(cells);
        }
        return RealTable.of(List.of("a", "b", "c", "d", "label"), rows);
    }

    /** A number of three columns of four, and noise. */
    private static RealTable numbers(DoubleUnaryOperator noise, Random random) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < NUMBERS; row++) {
            double[] x = random.doubles(COLUMNS, -1, 1).toArray();
            double number = Math.sin(2 * x[0]) + x[1] * x[1] + x[2];
            List<String> cells = new ArrayList<>();
            for (double cell : x) {
                cells.add(String.valueOf(cell));
            }
            cells.add(String.valueOf(noise.applyAsDouble(number)));
            rows.add(cells);
        }
        RealTable table = RealTable.of(List.of("a", "b", "c", "d", "number"), rows);
        table.split = UNSTRATIFIED;
        return table;
    }

    /** So many rows have each other's labels. */
    private static void deal(RealTable table, double share, Random random) {
        int count = (int) (share * table.rows.size());
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, table.rows.size()).boxed().toList());
        Collections.shuffle(rows, random);
        List<String> labels =
                new ArrayList<>(rows.stream().limit(count).map(table::label).toList());
        Collections.shuffle(labels, random);
        for (int i = 0; i < count; i++) {
            table.set(rows.get(i), table.labelColumn(), labels.get(i));
        }
    }

    private static UnrelatedLabels of(RealTable table) {
        return Objects.requireNonNull(
                RowFacts.of(table.prepare().data(), RealTable.SEED).unrelated());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3", "2, 3", "3, 3", "1, 1.5", "2, 1.5", "3, 1.5", "1, 0.7", "2, 0.7", "3, 0.7", "1, 0.4", "2, 0.4",
        "3, 0.4", "1, 0.2", "2, 0.2", "3, 0.2"
    })
    void classesThatOverlap_areNoMatterOfLabels(long seed, double distance) {
        assertThat(of(clouds(distance, new Random(seed))).arePart()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "2, 0.3", "3, 0.3", "1, 0.6", "2, 0.6", "3, 0.6"})
    void classesThatWereDealtOut_areToldByHowMany(long seed, double share) {
        Random random = new Random(seed);
        RealTable table = clouds(3, random);
        deal(table, share, random);

        UnrelatedLabels labels = of(table);
        assertThat(labels.arePart()).isTrue();
        assertThat(labels.share()).isBetween(share - 0.15, share + 0.15);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "2, 0.3", "3, 0.3", "1, 0.45", "2, 0.45", "3, 0.45"})
    void numbersThatWereDealtOut_areTold(long seed, double share) {
        Random random = new Random(seed);
        RealTable table = numbers(number -> number + 0.2 * random.nextGaussian(), random);
        deal(table, share, random);

        assertThat(of(table).arePart()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "2, 0.2", "1, 1", "2, 1", "3, 1", "1, 2", "2, 2", "3, 2", "1, 4", "2, 4", "3, 4"})
    void normalNoise_isNoMatterOfLabelsHoweverMuch(long seed, double deviation) {
        Random random = new Random(seed);
        assertThat(of(numbers(number -> number + deviation * random.nextGaussian(), random))
                        .arePart())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void longTails_areNoMatterOfLabels(long seed) {
        Random random = new Random(seed);
        RealTable wild = numbers(
                number -> number + 0.3 * random.nextGaussian() / Math.sqrt(-Math.log(random.nextDouble())), random);
        RealTable skewed = numbers(number -> Math.exp(number + 0.5 * random.nextGaussian()), random);

        assertThat(of(wild).arePart()).isFalse();
        assertThat(of(skewed).arePart()).isFalse();
    }

    /** Three rows of five have another's numbers, and all their own text. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void numbersOfOtherRows_areToldBesideTextsThatAreRight(long seed) {
        Random random = new Random(seed);
        RealTable table = numbers(number -> number + 0.2 * random.nextGaussian(), random);
        IntStream.range(0, table.rows.size()).forEach(row -> {
            double number = Double.parseDouble(table.label(row));
            String level = number > 1 ? "high" : number > 0 ? "middle" : number > -0.5 ? "low" : "lowest";
            table.set(row, 3, level);
        });
        assertThat(of(table).arePart()).isFalse();

        List<Integer> rows = new ArrayList<>(
                IntStream.range(0, 3 * table.rows.size() / 5).boxed().toList());
        List<List<String>> cells =
                rows.stream().map(row -> List.copyOf(table.rows.get(row))).toList();
        Collections.shuffle(rows, random);
        for (int i = 0; i < cells.size(); i++) {
            for (int column = 0; column < 3; column++) {
                table.set(rows.get(i), column, cells.get(i).get(column));
            }
        }
        assertThat(of(table).arePart()).isTrue();
    }
}

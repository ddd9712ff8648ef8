package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * Rows that are there again, by their features.
 *
 * @param inTrain the share of validation rows that train has, too
 * @param usual the share of as many train rows that the rest of train has again: what the source repeats by itself
 * @param probability of so many rows of validation in train when rows are shared as usual
 * @param repeatedTrain the share of train rows that are there again among as many of them as there are validation rows
 * @param repeatedValidation the share of validation rows that are there again among themselves
 * @param different how many train rows there are but for repeats with the same label, among 20,000 of them; 0 of an older Touchstone
 */
public record Copies(
        double inTrain,
        double usual,
        double probability,
        double repeatedTrain,
        double repeatedValidation,
        int different) {
    private static final int MOST = 1000;

    static Copies of(PreparedData data, Seed seed) {
        Rows train = data.train();
        int[] order = seed.derive("train").permutation(train.count());
        int drawn = Math.min(Math.min(MOST, data.validation().count()), train.count() / 2);
        Rows own = train.select(Arrays.copyOf(order, drawn));
        Rows others = train.select(Arrays.copyOfRange(order, drawn, Math.min(order.length, drawn + 20 * MOST)));
        int[] asked = seed.derive("validation").permutation(data.validation().count());
        Rows validation = data.validation().select(Arrays.copyOf(asked, Math.min(drawn, asked.length)));
        long usual = IdenticalRows.thatAreIn(others, own);
        long shared = IdenticalRows.thatAreIn(others, validation);
        double chance = (usual + 1.0) / (own.count() + 1.0);
        double probability = new BinomialTest()
                .binomialTest(
                        validation.count(), (int) shared, Math.min(1, chance), AlternativeHypothesis.GREATER_THAN);
        return new Copies(
                share(shared, validation),
                share(usual, own),
                probability,
                repeated(own),
                repeated(validation),
                different(train));
    }

    /** Rows with the same features and other labels are different things. */
    private static int different(Rows train) {
        Rows rows = train.range(0, Math.min(train.count(), 20 * MOST));
        return rows.count()
                - IdenticalRows.in(rows).stream()
                        .mapToInt(same -> same.size() - labels(rows.targets(), same))
                        .sum();
    }

    private static int labels(Targets targets, List<Integer> rows) {
        return (int) rows.stream()
                .map(row -> targets instanceof Targets.Values values
                        ? (Object) values.numbers()[row]
                        : targets instanceof Targets.Classes classes ? (Object) classes.labels()[row] : "")
                .distinct()
                .count();
    }

    private static double share(long rows, Rows all) {
        return all.count() == 0 ? 0 : (double) rows / all.count();
    }

    private static double repeated(Rows rows) {
        int again =
                IdenticalRows.in(rows).stream().mapToInt(same -> same.size()).sum();
        return share(again, rows);
    }
}

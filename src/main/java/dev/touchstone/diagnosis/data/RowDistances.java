package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.SplittableRandom;

/**
 * Squared Euclidean distances between rows as networks see them. Wide rows are first projected at random to
 * {@value #MOST_DIMENSIONS} dimensions (Achlioptas 2003), which nearly keeps their distances.
 */
final class RowDistances {
    private static final int MOST_DIMENSIONS = 64;

    /** One array for each dimension, so that the innermost loop runs over rows and is vectorised. */
    private final float[][] columns;

    /**
     * @param members the rows that are looked at
     * @param features those that count
     * @param seed of the projection
     */
    RowDistances(Rows rows, int[] members, int[] features, Seed seed) {
        boolean projects = features.length > MOST_DIMENSIONS;
        columns = new float[projects ? MOST_DIMENSIONS : features.length][members.length];
        for (int dimension = 0; dimension < columns.length; dimension++) {
            float[] signs = projects
                    ? signs(features.length, seed.derive("signs", dimension).random())
                    : new float[0];
            for (int member = 0; member < members.length; member++) {
                columns[dimension][member] = projects
                        ? dot(rows, members[member], features, signs)
                        : rows.features().get(members[member] * rows.width() + features[dimension]);
            }
        }
    }

    /** From a member, by its position, to each. */
    float[] from(int member) {
        float[] squared = new float[columns[0].length];
        for (float[] column : columns) {
            float own = column[member];
            for (int other = 0; other < squared.length; other++) {
                float difference = column[other] - own;
                squared[other] += difference * difference;
            }
        }
        return squared;
    }

    private static float[] signs(int count, SplittableRandom random) {
        float[] signs = new float[count];
        for (int i = 0; i < count; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    private static float dot(Rows rows, int row, int[] features, float[] signs) {
        float sum = 0;
        for (int i = 0; i < signs.length; i++) {
            sum += rows.features().get(row * rows.width() + features[i]) * signs[i];
        }
        return sum;
    }
}

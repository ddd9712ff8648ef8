package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The nearest other rows of each row, by Euclidean distance between rows as networks see them.
 *
 * <p>Wide rows are first projected at random to {@value #MOST_DIMENSIONS} dimensions (Achlioptas 2003), which nearly keeps
 * their distances, and of many rows only a random sample is looked at, so that the search takes seconds.
 *
 * @param members the rows that were looked at, ascending
 * @param nearest for each member its neighbours, the nearest first, as positions in {@code members}
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, never compared
record Neighbourhood(int[] members, int[][] nearest) {
    /** Neighbours of a row: cleanlab's number. */
    static final int NEIGHBOURS = 10;

    private static final int MOST_MEMBERS = 5000;
    private static final int MOST_DIMENSIONS = 64;

    static Neighbourhood of(Rows rows, Seed seed) {
        int[] members =
                Arrays.copyOf(seed.derive("sample").permutation(rows.count()), Math.min(MOST_MEMBERS, rows.count()));
        Arrays.sort(members);
        float[][] columns = columns(rows, members, seed.derive("projection"));
        int neighbours = Math.min(NEIGHBOURS, members.length - 1);
        int[][] nearest = new int[members.length][];
        for (int member = 0; member < members.length; member++) {
            nearest[member] = smallest(distances(columns, member), member, neighbours);
        }
        return new Neighbourhood(members, nearest);
    }

    /** How many rows were looked at. */
    int size() {
        return members.length;
    }

    /** One array for each dimension, so that the innermost loop runs over rows and is vectorised. */
    private static float[][] columns(Rows rows, int[] members, Seed seed) {
        int width = rows.width();
        boolean projects = width > MOST_DIMENSIONS;
        float[][] columns = new float[projects ? MOST_DIMENSIONS : width][members.length];
        for (int dimension = 0; dimension < columns.length; dimension++) {
            float[] signs =
                    projects ? signs(width, seed.derive("signs", dimension).random()) : new float[0];
            for (int member = 0; member < members.length; member++) {
                int from = members[member] * width;
                columns[dimension][member] = projects
                        ? dot(rows.features(), from, signs)
                        : rows.features().get(from + dimension);
            }
        }
        return columns;
    }

    private static float[] signs(int count, SplittableRandom random) {
        float[] signs = new float[count];
        for (int i = 0; i < count; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    private static float dot(FloatBuffer features, int from, float[] signs) {
        float sum = 0;
        for (int i = 0; i < signs.length; i++) {
            sum += features.get(from + i) * signs[i];
        }
        return sum;
    }

    private static float[] distances(float[][] columns, int member) {
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

    /** The positions of the smallest numbers but for one position, in ascending order of the numbers. */
    private static int[] smallest(float[] numbers, int except, int count) {
        int[] best = new int[count];
        int found = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i == except || (found == count && numbers[i] >= numbers[best[count - 1]])) {
                continue;
            }
            int at = found < count ? found++ : count - 1;
            for (; at > 0 && numbers[best[at - 1]] > numbers[i]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = i;
        }
        return best;
    }
}

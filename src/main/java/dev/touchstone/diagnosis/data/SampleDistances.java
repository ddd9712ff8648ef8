package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.stream.IntStream;

/**
 * The nearest other rows of each row of a sample.
 *
 * @param ofTrain the nearest train rows, the nearest first
 * @param ofValidation the nearest validation rows
 * @param ofAny the nearest rows whichever they are of
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the sample, never compared
record SampleDistances(int[][] ofTrain, int[][] ofValidation, int[][] ofAny) {
    static SampleDistances of(RowSample sample, Seed projection) {
        int count = sample.count();
        int[] members = IntStream.range(0, count).toArray();
        int[] features = IntStream.range(0, sample.rows().width()).toArray();
        RowDistances distances = new RowDistances(sample.rows(), members, features, projection);
        SampleDistances nearest = new SampleDistances(new int[count][], new int[count][], new int[count][]);
        for (int row = 0; row < count; row++) {
            int own = row;
            float[] squared = distances.from(row);
            nearest.ofTrain[row] =
                    Smallest.of(squared, other -> other != own && sample.isTrain(other), Neighbourhood.NEIGHBOURS);
            nearest.ofValidation[row] =
                    Smallest.of(squared, other -> other != own && !sample.isTrain(other), Neighbourhood.NEIGHBOURS);
            nearest.ofAny[row] = Smallest.of(squared, other -> other != own, Neighbourhood.NEIGHBOURS);
        }
        return nearest;
    }
}

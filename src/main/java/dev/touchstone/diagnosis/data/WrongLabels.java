package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Labels that are likely wrong, by {@link ConfidentLearning} on what the nearest neighbours of each row say.
 *
 * @param share of rows; 0 where neighbours do not tell each class reliably, as far as labels are not suspected
 * @param agreement the share of rows whose neighbours agree with their label
 * @param rowsOfClass how many rows a class has in the mean
 */
public record WrongLabels(double share, double agreement, double rowsOfClass) {
    static WrongLabels of(CheckedData data) {
        NeighbourVotes trusted = NeighbourVotes.ofTrusted(data);
        ConfidentLearning learning = ConfidentLearning.of(trusted);
        boolean reliable = trusted.tellEachClass(learning.suspects(), LabelNoiseCheck.RELIABLE);
        return new WrongLabels(
                reliable ? learning.noiseRate() : 0,
                NeighbourVotes.of(data).accuracy(),
                (double) data.count() / data.prepared().classes());
    }

    /**
     * The train rows whose labels are not contradicted, ascending; all where there are no classes. Of very many rows only a
     * sample is looked at, and the rest is trusted.
     */
    public static int[] trusted(PreparedData data, Seed seed) {
        IntStream all = IntStream.range(0, data.train().count());
        if (!(data.task() instanceof Task.Classification)) {
            return all.toArray();
        }
        CheckedData checked = new RowSample(data, data.train(), data.train().count()).checkedTrain(seed);
        int[] members = checked.neighbourhood().members();
        Set<Integer> suspected = IntStream.of(
                        ConfidentLearning.of(NeighbourVotes.ofTrusted(checked)).suspects())
                .mapToObj(member -> members[member])
                .collect(Collectors.toSet());
        return all.filter(row -> !suspected.contains(row)).toArray();
    }
}

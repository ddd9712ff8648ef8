package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a trial's rows tell by themselves, without any network: measured on a bounded sample of them, so that it costs a
 * fraction of a second however many rows there are. The same rows and seed always give the same.
 *
 * @param related null where the rows' labels cannot be predicted by neighbours: sets of labels, and too few rows; of a
 *     forecast beside its last value
 * @param copies null for forecasts, whose windows overlap by nature
 * @param drift null for forecasts, whose splits follow each other in time
 * @param labels what speaks of wrong labels in train; null where there are no classes
 * @param strongest feature by itself; null for sets of labels
 * @param target as networks learn it; null where it is no number
 * @param constantFeatures the share of features that are the same in all train rows
 * @param unknownClass the share of validation rows whose class train lacks
 * @param structure by what share train rows are nearer to each other than rows of as many independent features would be; 0 of
 *     an older Touchstone
 * @param unrelated labels that have nothing to do with the features of their rows; null for forecasts, where that cannot be told, and of
 *     an older Touchstone
 */
public record RowFacts(
        @Nullable Relation related,
        @Nullable Copies copies,
        @Nullable Drift drift,
        @Nullable WrongLabels labels,
        @Nullable StrongestFeature strongest,
        @Nullable LearntTarget target,
        double constantFeatures,
        double unknownClass,
        double structure,
        @Nullable UnrelatedLabels unrelated) {
    /** Unlike labels of the surest rows are few, so that it takes more rows than the rest. */
    private static final int MANY_TRAIN = 1400;

    private static final int MANY_VALIDATION = 600;

    /** A number as networks learn it, which is of mean 0 and deviation 1 where the task was fitted to the train rows. */
    public record LearntTarget(double mean, double deviation) {
        static @Nullable LearntTarget of(PreparedData data) {
            if (!(data.task() instanceof Task.Regression task)
                    || !(data.train().targets() instanceof Targets.Values values)) {
                return null;
            }
            double deviation = Math.sqrt(values.variance()) / task.deviation();
            return new LearntTarget((values.mean() - task.mean()) / task.deviation(), deviation);
        }
    }

    /** Whether rows are windows of a series: neighbours overlap, so that they are alike for more than what they tell. */
    public boolean overlap() {
        return copies == null;
    }

    /** Whether part of the labels have nothing to do with their features, see {@link UnrelatedLabels#arePart}. */
    public boolean partIsUnrelated() {
        return unrelated != null && unrelated.arePart();
    }

    /** Measures them. */
    public static RowFacts of(PreparedData data, Seed seed) {
        RowSample sample = RowSample.of(data, seed.derive("sample"));
        CheckedData checked = sample.checked(seed);
        boolean forecasts = data.task().forecasts();
        boolean classes = data.task() instanceof Task.Classification;
        RowSample compared = forecasts ? sample.fromLastValues() : sample;
        SampleDistances distances = SampleDistances.of(compared, seed.derive("projection"));
        return new RowFacts(
                Relation.of(compared, distances),
                forecasts ? null : Copies.of(data, seed.derive("copies")),
                forecasts ? null : Drift.of(sample, distances, seed.derive("drift")),
                classes ? WrongLabels.of(sample.checkedTrain(seed)) : null,
                StrongestFeature.of(checked),
                LearntTarget.of(data),
                sample.constantFeatures(),
                sample.unknownClass(),
                Structure.of(sample, seed.derive("structure")),
                forecasts ? null : unrelated(data, seed.derive("unrelated")));
    }

    /** By all columns, or by those of numbers where these alone show it: texts may be of the right rows. */
    private static @Nullable UnrelatedLabels unrelated(PreparedData data, Seed seed) {
        RowSample sample = RowSample.of(data, MANY_TRAIN, MANY_VALIDATION, seed);
        UnrelatedLabels all = UnrelatedLabels.of(sample.checked(seed));
        RowSample single = sample.ofSingleFeatures();
        if ((all != null && all.arePart()) || single == null) {
            return all;
        }
        UnrelatedLabels ofNumbers = UnrelatedLabels.of(single.checked(seed));
        return ofNumbers != null && ofNumbers.arePart() ? ofNumbers : all;
    }
}

package dev.touchstone.report;

import dev.touchstone.training.TrainMetric;
import dev.touchstone.trial.TrialEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objective on train rows beside that on the validation rows, after one epoch of a {@link TrialDocument}.
 *
 * @param rows how many train rows were asked for
 */
public record TrainValueDocument(
        int epoch,
        int rows,
        double train,
        double validation,
        @Nullable List<Double> trainRecalls,
        @Nullable List<Double> validationRecalls) {

    /** Documents of the epochs that were measured: the last one, and others as evenly as they come, in their order. */
    static List<TrainValueDocument> thinned(List<TrialEvent.EpochEnded> epochs) {
        return Thinned.of(epochs.stream().flatMap(TrainValueDocument::of).toList());
    }

    private static Stream<TrainValueDocument> of(TrialEvent.EpochEnded epoch) {
        TrainMetric train = epoch.train();
        return train == null
                ? Stream.of()
                : Stream.of(new TrainValueDocument(
                        epoch.epoch(), train.rows(), train.value(), epoch.value(), train.recalls(), epoch.recalls()));
    }
}

package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels that are likely wrong, by {@link ConfidentLearning} on what the nearest neighbours of each row say.
 */
final class LabelNoiseCheck implements ClassesCheck {
    /** Where neighbours agree with fewer of the labels that are not suspected, what they confuse may pass for noise. */
    private static final double RELIABLE = 0.95;

    /** The share of wrong labels in widely used test sets (Northcutt, Athalye and Mueller 2021). */
    private static final double USUAL = 0.033;

    @Override
    public List<Finding> examine(CheckedData data) {
        ConfidentLearning learning = ConfidentLearning.of(NeighbourVotes.ofTrusted(data));
        int[] suspects = learning.suspects();
        if (suspects.length == 0) {
            return List.of();
        }
        List<?> rows = data.named(
                IntStream.of(suspects).map(member -> data.neighbourhood().members()[member]));
        double rate = learning.noiseRate();
        double accuracy = NeighbourVotes.of(data).accuracy();
        boolean reliable = accuracy >= RELIABLE * (1 - rate);
        return List.of(new Finding(
                "label-noise",
                reliable && rate > USUAL ? Severity.WARNING : Severity.INFO,
                "about " + ShortNumber.of(100 * rate) + " % of the labels are "
                        + (reliable ? "likely wrong" : "wrong or hard to tell")
                        + ": nearest neighbours have other ones; rows named: " + rows.size(),
                false,
                new Evidence()
                        .with("noise-rate", rate)
                        .with("row-count", rows.size())
                        .with("rows-examined", data.neighbourhood().size())
                        .with("accuracy-of-neighbours", accuracy)
                        .with("rows", rows)
                        .entries(),
                "look at these rows and correct their labels"));
    }
}

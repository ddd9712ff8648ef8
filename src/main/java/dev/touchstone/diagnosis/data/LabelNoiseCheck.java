package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels that are likely wrong, by {@link ConfidentLearning} on what the nearest neighbours of each row say. A warning where
 * neighbours tell each class and more than usual stand anywhere in the class that a row seems to be of, as {@link ScatteredLabels} has it; those that stand
 * where classes meet may be right.
 */
final class LabelNoiseCheck implements ClassesCheck {
    /** Where neighbours agree with fewer of the labels that are not suspected, what they confuse may pass for noise. */
    static final double RELIABLE = 0.95;

    /** The share of wrong labels in widely used test sets (Northcutt, Athalye and Mueller 2021). */
    static final double USUAL = 0.033;

    @Override
    public List<Finding> examine(CheckedData data) {
        NeighbourVotes trusted = NeighbourVotes.ofTrusted(data);
        ConfidentLearning learning = ConfidentLearning.of(trusted);
        int[] suspects = learning.suspects();
        if (suspects.length == 0) {
            return List.of();
        }
        List<?> rows = data.named(
                IntStream.of(suspects).map(member -> data.neighbourhood().members()[member]));
        double rate = learning.noiseRate();
        NeighbourVotes votes = NeighbourVotes.of(data);
        double accuracy = votes.accuracy();
        double scattered = rate * ScatteredLabels.share(ConfidentLearning.confident(trusted), votes);
        boolean wrong =
                accuracy >= RELIABLE * (1 - rate) && trusted.tellEachClass(suspects, RELIABLE) && scattered > USUAL;
        return List.of(new Finding(
                "label-noise",
                wrong ? Severity.WARNING : Severity.INFO,
                "about " + ShortNumber.of(100 * rate) + " % of the labels are "
                        + (wrong ? "likely wrong" : "wrong or hard to tell")
                        + ": nearest neighbours have other ones; rows named: " + rows.size(),
                false,
                new Evidence()
                        .with("noise-rate", rate)
                        .with("rate-anywhere-in-a-class", scattered)
                        .with("row-count", rows.size())
                        .with("rows-examined", data.neighbourhood().size())
                        .with("accuracy-of-neighbours", accuracy)
                        .with("rows", rows)
                        .entries(),
                "look at these rows and correct their labels"));
    }
}

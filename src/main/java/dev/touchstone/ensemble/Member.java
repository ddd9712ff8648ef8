package dev.touchstone.ensemble;

import java.util.List;

/**
 * One network of an ensemble.
 *
 * @param trial whose configuration it was trained by
 * @param weight its share of the answer, above 0; those of all members make 1
 * @param seed that it was trained with: the trial's own, or another
 * @param epochs whose ends it was taken from, ascending from 1: several where their weights were averaged, none where the
 *     training's best epoch was kept
 * @param value the objective's metric of this network alone on the validation split
 * @param checkpoint artefact with its parameters
 * @param predictions artefact with its answers for the validation rows
 */
public record Member(
        int trial,
        double weight,
        long seed,
        List<Integer> epochs,
        double value,
        String checkpoint,
        String predictions) {
    public Member {
        epochs = List.copyOf(epochs);
    }

    /** The same member with another share of the answer. */
    public Member weighing(double share) {
        return new Member(trial, share, seed, epochs, value, checkpoint, predictions);
    }
}

package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.data.WrongLabels;
import java.util.List;

/** Training without the rows whose labels their nearest neighbours contradict. */
final class TrustedRows extends Remedy {
    /** Of the train rows: leaving out fewer changes nothing that can be seen. */
    private static final double FEWEST = 0.01;

    TrustedRows() {
        super(FindingCode.BAD_LABELS);
    }

    /** Wrong labels that agree with each other are not left out, and those that are may be needed. */
    @Override
    Outcome against(Outcome outcome) {
        return outcome.speaksAgainst()
                ? new Outcome.Undecided(
                        "to leave out the train rows whose labels neighbours contradict gains nothing, but"
                                + " more labels may be wrong than these")
                : outcome;
    }

    @Override
    List<Arm> arms(Conditions trial) {
        Rows train = trial.data().train();
        int[] trusted = WrongLabels.trusted(trial.data(), trial.seed().derive("trusted"));
        int suspected = train.count() - trusted.length;
        return suspected < FEWEST * train.count()
                ? List.of()
                : List.of(new Arm(
                        "without the " + suspected + " train rows whose labels neighbours contradict ("
                                + ShortNumber.of(100.0 * suspected / train.count()) + " %)",
                        "correct the labels of the rows that check --data-only names, or leave these rows out",
                        trial.with(trial.data()
                                .with(train.select(trusted), trial.data().validation()))));
    }
}

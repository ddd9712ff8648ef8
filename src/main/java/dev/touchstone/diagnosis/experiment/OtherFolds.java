package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.Division;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Another split: each half of the validation rows is answered by a training in which the other half takes the place of as
 * many train rows. Where splits are alike that gains nothing; where they are not, rows like those that are asked for do.
 * Groups stay together; in order of time only the later half is answered so, and the earlier one as by the trial itself.
 */
final class OtherFolds implements Experiment {
    @Override
    public FindingCode hypothesis() {
        return FindingCode.SPLIT_MISMATCH;
    }

    @Override
    public boolean singlesOut() {
        return false;
    }

    @Override
    public boolean suits(Conditions trial) {
        return !folds(trial, 0).isEmpty() && !trial.data().task().forecasts();
    }

    @Override
    public long iterations(Conditions trial) {
        return (1L + folds(trial, 0).size()) * Workbench.FEWEST * trial.plannedIterations();
    }

    @Override
    public Tested carry(Workbench bench) {
        List<Predictions> after = new ArrayList<>();
        TrainingGain gain;
        do {
            after.add(divided(bench, after.size()));
            gain = bench.gain(after);
            if (after.size() >= Workbench.FEWEST && bench.judge().confirms(gain)) {
                return tested(bench, new Outcome.Confirmed(gain));
            } else if (bench.judge().refutes(gain)) {
                return tested(bench, new Outcome.Refuted(gain));
            }
        } while (after.size() < Workbench.MOST);
        return tested(bench, bench.judge().open(gain));
    }

    private Tested tested(Workbench bench, Outcome outcome) {
        return bench.tested(hypothesis(), change(bench.trial()), remedy(bench.trial()), outcome);
    }

    private static String change(Conditions trial) {
        Division division = trial.data().division();
        if (division instanceof Division.Times) {
            return "with the earlier half of the validation rows among those of train, asked for the later half";
        }
        return "with half of the validation " + (division instanceof Division.Groups ? "groups" : "rows")
                + " among those of train, asked for the other half";
    }

    private static String remedy(Conditions trial) {
        return trial.data().division() instanceof Division.Times
                ? "train on rows up to those that are asked for, and find out what changes with time"
                : "find out what differs between the splits, or divide the rows anew";
    }

    private static List<Fold> folds(Conditions trial, int repeat) {
        return Fold.of(trial.data(), trial.seed().derive("folds", repeat));
    }

    /** Answers for all validation rows, in their order. */
    private static Predictions divided(Workbench bench, int repeat) {
        int count = bench.trial().data().validation().count();
        int[] places = IntStream.range(0, count).toArray();
        List<Predictions> answers =
                new ArrayList<>(List.of(bench.repeats(repeat + 1).get(repeat)));
        int answered = count;
        for (Fold fold : folds(bench.trial(), repeat)) {
            answers.add(answered(bench, repeat, fold));
            for (int row : fold.asked()) {
                places[row] = answered++;
            }
        }
        return Predictions.joined(answers).select(places);
    }

    private static Predictions answered(Workbench bench, int repeat, Fold fold) {
        PreparedData data = bench.trial().data();
        Rows train =
                data.train().select(fold.kept()).followedBy(data.validation().select(fold.taught()));
        return bench.train(
                change(bench.trial()),
                bench.trial().with(data.with(train, data.validation().select(fold.asked()))),
                repeat);
    }
}

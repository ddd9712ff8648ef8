package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A point of the learning curve: half of the train rows, another half in each repeat. Where doubling the rows to those that
 * there are gained, doubling them again is likely to.
 */
final class HalfOfTheRows implements Experiment {
    private static final String CHANGE = "with all train rows, compared with half of them";
    private static final String REMEDY = "gather more rows";

    @Override
    public FindingCode hypothesis() {
        return FindingCode.TOO_LITTLE_DATA;
    }

    @Override
    public boolean singlesOut() {
        return false;
    }

    @Override
    public boolean suits(Conditions trial) {
        return trial.data().train().count() > 2 * trial.batchSize();
    }

    @Override
    public Tested carry(Workbench bench) {
        List<Predictions> before = new ArrayList<>();
        while (before.size() < Workbench.MOST) {
            before.add(bench.train("on half of the train rows", half(bench.trial(), before.size()), before.size()));
            if (before.size() < Workbench.FEWEST) {
                continue;
            }
            TrainingGain gain = gain(bench, before);
            if (bench.judge().confirms(gain)) {
                return tested(bench, new Outcome.Confirmed(gain));
            } else if (bench.judge().refutes(gain)) {
                return tested(bench, new Outcome.Refuted(gain));
            }
        }
        return tested(bench, bench.judge().open(gain(bench, before)));
    }

    private static TrainingGain gain(Workbench bench, List<Predictions> before) {
        return bench.judge().gain(before, bench.repeats(before.size()));
    }

    private Tested tested(Workbench bench, Outcome outcome) {
        return bench.tested(hypothesis(), CHANGE, REMEDY, outcome);
    }

    private static Conditions half(Conditions trial, int repeat) {
        Rows train = trial.data().train();
        int[] order = trial.seed().derive("half", repeat).permutation(train.count());
        Rows drawn = train.select(Arrays.copyOf(order, train.count() / 2));
        return trial.with(trial.data().with(drawn, trial.data().validation()));
    }
}

package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.List;

/** Train rows with each other's targets. A trial that does no better learns nothing that ties features to targets. */
final class ShuffledTargets implements Experiment {
    private static final String CHANGE = "compared with training on targets that were dealt out at random";

    private final FindingCode hypothesis;
    private final String remedy;

    private ShuffledTargets(FindingCode hypothesis, String remedy) {
        this.hypothesis = hypothesis;
        this.remedy = remedy;
    }

    static ShuffledTargets ofIgnoredInput() {
        return new ShuffledTargets(
                FindingCode.INPUT_IGNORED,
                "see the causes named beside; when there is none, check that features and labels belong together");
    }

    static ShuffledTargets ofPoorFeatures() {
        return new ShuffledTargets(
                FindingCode.POOR_FEATURES,
                "look for features that have to do with the label, and see that each row has its own label");
    }

    @Override
    public FindingCode hypothesis() {
        return hypothesis;
    }

    @Override
    public boolean suits(Conditions trial) {
        return true;
    }

    @Override
    public Tested carry(Workbench bench) {
        Conditions shuffled = shuffled(bench.trial());
        List<Predictions> before = new ArrayList<>();
        TrainingGain gain;
        do {
            before.add(bench.train("on targets dealt out at random", shuffled, before.size()));
            if (before.size() < Workbench.FEWEST) {
                continue;
            }
            gain = bench.judge().gain(before, bench.repeats(before.size()));
            if (bench.judge().refutes(gain)) {
                return tested(bench, new Outcome.Confirmed(gain));
            } else if (bench.judge().confirms(gain)) {
                return tested(bench, new Outcome.Refuted(gain));
            }
        } while (before.size() < Workbench.MOST);
        return tested(bench, bench.judge().tooNoisy(bench.judge().gain(before, bench.repeats(before.size()))));
    }

    private Tested tested(Workbench bench, Outcome outcome) {
        return bench.tested(hypothesis(), CHANGE, remedy, outcome);
    }

    private static Conditions shuffled(Conditions trial) {
        Rows train = trial.data().train();
        int[] order = trial.seed().derive("shuffled-targets").permutation(train.count());
        Rows dealt = new Rows(train.width(), train.features(), train.targets().select(order));
        return trial.with(trial.data().with(dealt, trial.data().validation()));
    }
}

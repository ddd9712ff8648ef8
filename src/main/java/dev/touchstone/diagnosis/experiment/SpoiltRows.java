package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Rows that what a sound training learns from was taken from. A trial that does no better than with these does not use it;
 * each is trained as often as the trial itself.
 */
final class SpoiltRows implements Experiment {
    private static final String CAUSES_BESIDE =
            "see the causes named beside; when there is none, check that features and labels belong together";

    private final FindingCode hypothesis;
    private final String told;
    private final String remedy;
    private final UnaryOperator<Conditions> spoilt;
    private final Function<TrainingGain, Outcome> against;

    /** @param against what is left of the hypothesis when the trial does better than with spoilt rows */
    private SpoiltRows(
            FindingCode hypothesis,
            String told,
            String remedy,
            UnaryOperator<Conditions> spoilt,
            Function<TrainingGain, Outcome> against) {
        this.hypothesis = hypothesis;
        this.told = told;
        this.remedy = remedy;
        this.spoilt = spoilt;
        this.against = against;
    }

    /** Train rows with each other's targets: does the training use its labels? */
    static SpoiltRows shuffledTargets() {
        return shuffledTargets(FindingCode.LOSS_NOT_DECREASING, CAUSES_BESIDE, Outcome.Refuted::new);
    }

    /** The same, where it is the features that are suspected; they may tell something and be poor all the same. */
    static SpoiltRows shuffledTargetsOfPoorFeatures() {
        return shuffledTargets(
                FindingCode.POOR_FEATURES,
                "look for features that have to do with the label, and see that each row has its own label",
                gain -> new Outcome.Undecided(
                        "the training does better than on targets that were dealt out at random, so"
                                + " that the features tell something; whether they tell much is not known"));
    }

    private static SpoiltRows shuffledTargets(
            FindingCode hypothesis, String remedy, Function<TrainingGain, Outcome> against) {
        return new SpoiltRows(
                hypothesis,
                "on targets that were dealt out at random",
                remedy,
                SpoiltRows::withShuffledTargets,
                against);
    }

    /** Validation rows with each other's features, to be answered by a network that saw sound ones: does it use its inputs? */
    static SpoiltRows permutedInputs() {
        return new SpoiltRows(
                FindingCode.INPUT_IGNORED,
                "answering validation rows that have each other's features",
                CAUSES_BESIDE,
                SpoiltRows::withPermutedInputs,
                Outcome.Refuted::new);
    }

    @Override
    public FindingCode hypothesis() {
        return hypothesis;
    }

    @Override
    public boolean refutesForSure() {
        return true;
    }

    @Override
    public boolean singlesOut() {
        return false;
    }

    @Override
    public boolean suits(Conditions trial) {
        return true;
    }

    @Override
    public Tested carry(Workbench bench) {
        Conditions conditions = spoilt.apply(bench.trial());
        List<Predictions> before = new ArrayList<>();
        TrainingGain gain;
        do {
            before.add(bench.train(told, conditions, before.size()));
            if (before.size() < Workbench.FEWEST) {
                continue;
            }
            gain = bench.judge().gain(before, bench.repeats(before.size()));
            if (bench.judge().confirms(gain)) {
                return tested(bench, against.apply(gain));
            } else if (bench.judge().isNothing(gain)) {
                return tested(bench, new Outcome.Confirmed(gain));
            }
        } while (before.size() < Workbench.MOST);
        return tested(bench, bench.judge().tooNoisy(bench.judge().gain(before, bench.repeats(before.size()))));
    }

    private Tested tested(Workbench bench, Outcome outcome) {
        return bench.tested(hypothesis, "compared with " + told, remedy, outcome);
    }

    private static Conditions withShuffledTargets(Conditions trial) {
        Rows train = trial.data().train();
        int[] order = trial.seed().derive("shuffled-targets").permutation(train.count());
        Rows dealt = new Rows(train.width(), train.features(), train.targets().select(order));
        return trial.with(trial.data().with(dealt, trial.data().validation()));
    }

    private static Conditions withPermutedInputs(Conditions trial) {
        Rows validation = trial.data().validation();
        int[] order = trial.seed().derive("permuted-inputs").permutation(validation.count());
        Rows dealt = new Rows(validation.width(), validation.select(order).features(), validation.targets());
        return trial.with(trial.data().with(trial.data().train(), dealt));
    }
}

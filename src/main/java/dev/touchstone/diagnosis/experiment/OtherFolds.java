package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Another split: each half of the validation rows is answered by a training in which the other half takes the place of as
 * many train rows. Where splits are alike that gains nothing; where they are not, rows like those that are asked for do.
 */
final class OtherFolds implements Experiment {
    private static final String CHANGE =
            "with half of the validation rows among those of train, asked for the other half";
    private static final String REMEDY = "find out what differs between the splits, or divide the rows anew";

    @Override
    public FindingCode hypothesis() {
        return FindingCode.SPLIT_MISMATCH;
    }

    @Override
    public boolean suits(Conditions trial) {
        int half = trial.data().validation().count() / 2;
        return half > 0
                && trial.data().train().count() > half
                && !trial.data().task().forecasts();
    }

    @Override
    public Tested carry(Workbench bench) {
        List<Predictions> after = new ArrayList<>();
        TrainingGain gain;
        do {
            after.add(crossed(bench, after.size()));
            gain = bench.gain(after);
            if (after.size() >= Workbench.FEWEST && bench.judge().confirms(gain)) {
                return tested(bench, new Outcome.Confirmed(gain));
            } else if (bench.judge().refutes(gain)) {
                return tested(bench, new Outcome.Refuted(gain));
            }
        } while (after.size() < Workbench.MOST);
        return tested(bench, bench.judge().tooNoisy(gain));
    }

    private Tested tested(Workbench bench, Outcome outcome) {
        return bench.tested(hypothesis(), CHANGE, REMEDY, outcome);
    }

    /** Answers for all validation rows, in their order, of two trainings. */
    private static Predictions crossed(Workbench bench, int repeat) {
        PreparedData data = bench.trial().data();
        Seed seed = bench.trial().seed().derive("folds", repeat);
        int[] order = seed.permutation(data.validation().count());
        int[] first = Arrays.copyOf(order, order.length / 2);
        int[] second = Arrays.copyOfRange(order, order.length / 2, order.length);
        Predictions ofSecond = answered(bench, repeat, first, second, seed);
        Predictions ofFirst = answered(bench, repeat, second, first, seed);
        int[] places = new int[order.length];
        IntStream.range(0, order.length).forEach(place -> places[order[place]] = place);
        return Predictions.joined(List.of(ofFirst, ofSecond)).select(places);
    }

    private static Predictions answered(Workbench bench, int repeat, int[] taught, int[] asked, Seed seed) {
        PreparedData data = bench.trial().data();
        int[] kept = seed.derive("kept").permutation(data.train().count());
        Rows train = data.train()
                .select(Arrays.copyOf(kept, kept.length - taught.length))
                .followedBy(data.validation().select(taught));
        return bench.train(
                CHANGE, bench.trial().with(data.with(train, data.validation().select(asked))), repeat);
    }
}

package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the experiments on one trial are carried out. The trial's own training is repeated with other seeds, so other initial
 * parameters and batch orders, as often as its noise has to be known; all experiments share these repeats.
 */
public final class Workbench {
    /** Trainings of each way before a gain is confirmed: the variance of fewer says nothing. */
    static final int FEWEST = 3;

    /** Trainings of each way after which what is still open stays undecided. */
    static final int MOST = 5;

    private final Conditions trial;
    private final Trainer trainer;
    private final Judge judge;
    private final Consumer<String> progress;
    private final List<Trained> repeats = new ArrayList<>();
    private int trainings;
    private long iterations;

    /** @param progress is told of each training before it begins, in a line */
    public Workbench(Conditions trial, Trainer trainer, Judge judge, Consumer<String> progress) {
        this.trial = trial;
        this.trainer = trainer;
        this.judge = judge;
        this.progress = progress;
    }

    Conditions trial() {
        return trial;
    }

    Judge judge() {
        return judge;
    }

    /** What the trial's own training predicts, with its own seed first and then with others. */
    List<Predictions> repeats(int count) {
        return trained(count).stream().map(Trained::predictions).toList();
    }

    /** What these answer for train rows in inference and as in training; fewer where some were not asked. */
    List<Modes> modes(int count) {
        return trained(count).stream()
                .flatMap(trained -> Stream.ofNullable(trained.modes()))
                .toList();
    }

    private List<Trained> trained(int count) {
        while (repeats.size() < count) {
            int repeat = repeats.size();
            progress.accept("the trial's own training" + (repeat == 0 ? "" : " with seed " + (repeat + 1)));
            repeats.add(trainer.train(trial.with(seed(repeat))));
        }
        return List.copyOf(repeats.subList(0, count));
    }

    /** Trains another way, with the trial's own seed for repeat 0, and counts it. */
    Predictions train(String change, Conditions conditions, int repeat) {
        progress.accept(change + (repeat == 0 ? "" : ", with seed " + (repeat + 1)));
        Trained trained = trainer.train(conditions.with(seed(repeat)));
        trainings++;
        iterations += trained.iterations();
        return trained.predictions();
    }

    private Seed seed(int repeat) {
        return repeat == 0 ? trial.seed() : trial.seed().derive("repeat", repeat);
    }

    /** What has been found out of a hypothesis, at the cost of the trainings since the one before. */
    Tested tested(FindingCode hypothesis, String change, String remedy, Outcome outcome) {
        Tested tested =
                new Tested(hypothesis.specName(), change, remedy, judge.metric(), trainings, iterations, 0, outcome);
        trainings = 0;
        iterations = 0;
        return tested;
    }

    /** The gain of another way over the trial's own, which is repeated as often as it. */
    TrainingGain gain(List<Predictions> after) {
        return judge.gain(repeats(Math.max(FEWEST, after.size())), after);
    }
}

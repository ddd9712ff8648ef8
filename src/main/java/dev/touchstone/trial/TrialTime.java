package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.gate.Gates;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Budget;
import dev.touchstone.training.Cut;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Shuffle;
import java.time.Duration;
import java.util.List;

/** How long a trial takes that no gate rejects and nothing stops early: its gates, and a few steps for all that it plans. */
public final class TrialTime {
    /** The first steps of a process are slower (classes are loaded, code is compiled). */
    private static final int WARM_UP_STEPS = 20;

    private static final int TIMED_STEPS = 30;

    private TrialTime() {}

    /** Takes the time of a trial at an assignment in this process. */
    public static Duration measure(TrialTask task, Assignment assignment) {
        try (BegunTraining begun = new BegunTraining(task, assignment, new Seed(0))) {
            double gates = new Gates(task.gates())
                    .judge(begun.subject(GateCache.NONE), result -> {}).stream()
                            .mapToDouble(GateResult::secondsBesideTraining)
                            .sum();
            return training(task, assignment).plusNanos(Math.round(1e9 * gates));
        }
    }

    private static Duration training(TrialTask task, Assignment assignment) {
        Seed seed = GateSubject.networkSeed(new Seed(0));
        Hyperparameters hyperparameters = Hyperparameters.of(assignment);
        Shuffle shuffle = new Shuffle(task.data().train(), hyperparameters.batchSize(), seed);
        int[] order = shuffle.order(1);
        try (Learner learner = task.learners(assignment).regularised(seed)) {
            Learner.Step step = new Learner.Step(shuffle.batch(order, 0), hyperparameters.learningRate(), 0);
            long start = System.nanoTime();
            for (int i = 0; i < WARM_UP_STEPS + TIMED_STEPS; i++) {
                if (i == WARM_UP_STEPS) {
                    start = System.nanoTime();
                }
                learner.step(List.of(step));
            }
            Budget budget = task.training().in(assignment).budget();
            Duration planned = Duration.ofNanos(System.nanoTime() - start)
                    .multipliedBy(budget.planned(shuffle.batchesAnEpoch()))
                    .dividedBy(TIMED_STEPS);
            return budget.cut() instanceof Cut.Time time && time.duration().compareTo(planned) < 0
                    ? time.duration()
                    : planned;
        }
    }
}

package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.training.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** A short run while it is trained. */
final class ShortTraining implements AutoCloseable {
    /** Looks in a run, evenly apart. */
    private static final int LOOKS_A_RUN = 10;

    /** How many times as long a run may become that is on course to learn. */
    private static final int LONGER = 2;

    /** In which a loss is seen to fall. */
    private static final int HALVES = 2;

    private final GateSubject subject;
    private final Probe probe;
    private final long steps;
    private final LongToDoubleFunction rates;
    private final PlannedSteps planned;
    private final Learner learner;
    private final ProbeLook start;
    private final List<ProbeLook> looks = new ArrayList<>();
    private long taken;
    private boolean finite = true;

    /**
     * @param seed of parameters, batches and draws; the trial's own makes them those of its training
     * @param steps at most as many as are planned
     * @param rates of the steps, by their number from 0
     */
    private ShortTraining(GateSubject subject, Seed seed, Probe probe, long steps, LongToDoubleFunction rates) {
        this.subject = subject;
        this.probe = probe;
        this.steps = steps;
        this.rates = rates;
        this.planned = new PlannedSteps(subject, seed);
        this.learner = subject.learners().regularised(GateSubject.networkSeed(seed));
        this.start = probe.look(subject, learner);
    }

    /** All of the schedule in fewer steps, at the trial's own rate or another. */
    static ShortTraining inSmall(GateSubject subject, Seed seed, Probe probe, long steps, double rate) {
        GateSubject.Plan plan = subject.plan();
        return new ShortTraining(
                subject,
                seed,
                probe,
                steps,
                step -> plan.schedule().at(rate, step * plan.iterations() / steps, plan.iterations()));
    }

    /** The first steps as they are planned. */
    static ShortTraining beginning(GateSubject subject, Seed seed, Probe probe, long steps) {
        GateSubject.Plan plan = subject.plan();
        return new ShortTraining(
                subject, seed, probe, steps, step -> plan.schedule().at(plan.learningRate(), step, plan.iterations()));
    }

    /** Looked at only towards its end. */
    ShortRun toItsEnd() {
        while (finite && taken < steps) {
            step(taken >= steps - (ShortRun.LOOKS - 1) * apart() - 1);
        }
        return run();
    }

    /** Ends as soon as it learns beyond doubt, and goes on for as long again where it is on course to. */
    ShortRun untilItLearns() {
        goOn(steps);
        if (isOnCourse()) {
            goOn(Math.min(LONGER * steps, subject.plan().iterations()));
        }
        return run();
    }

    private void goOn(long until) {
        while (finite && taken < until && !(looks.size() >= ShortRun.LOOKS && run().learnsWell())) {
            step(true);
        }
    }

    private void step(boolean looking) {
        finite = Double.isFinite(learner.step(List.of(planned.next(rates.applyAsDouble(taken))))[0]);
        taken++;
        if (finite && looking && (steps - taken) % apart() == 0) {
            looks.add(probe.look(subject, learner));
        }
    }

    private long apart() {
        return Math.max(1, steps / LOOKS_A_RUN);
    }

    /**
     * Whether a loss that goes on falling as it did in the second half, by the same share in as many steps, comes below that of
     * guessing in as many steps again: who comes back from a wild start, and who has begun to leave a plateau.
     */
    private boolean isOnCourse() {
        if (!finite || looks.size() < LOOKS_A_RUN || run().learns()) {
            return false;
        }
        ProbeLook end = looks.get(looks.size() - 1);
        double fall = Math.log(looks.get(looks.size() / HALVES - 1).loss() / end.loss());
        double missing = Math.log(end.loss() / ((1 - RateRamp.LEAST_GAIN) * end.guessedLoss()));
        return missing <= HALVES * (LONGER - 1) * fall;
    }

    private ShortRun run() {
        return new ShortRun(
                start,
                finite
                        ? List.copyOf(looks.subList(Math.max(0, looks.size() - ShortRun.LOOKS), looks.size()))
                        : List.of());
    }

    @Override
    public void close() {
        learner.close();
    }
}

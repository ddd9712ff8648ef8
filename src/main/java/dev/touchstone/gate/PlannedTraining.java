package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.training.Learner;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** Steps of a trial's plan, with a learner that is of no use afterwards. */
final class PlannedTraining implements SteppedTraining {
    private final PlannedSteps planned;
    private final LongToDoubleFunction rates;
    private final Learner learner;
    private final long steps;
    private long taken;

    /**
     * @param seed of parameters, batches and draws; the trial's own makes them those of its training
     * @param steps in all
     * @param rates of the steps, by their number from 0
     */
    private PlannedTraining(GateSubject subject, Seed seed, long steps, LongToDoubleFunction rates) {
        this.planned = new PlannedSteps(subject, seed);
        this.rates = rates;
        this.learner = subject.learners().regularised(GateSubject.networkSeed(seed));
        this.steps = steps;
    }

    /** All of the schedule in fewer steps, at the trial's own rate or another. */
    static PlannedTraining inSmall(GateSubject subject, Seed seed, long steps, double rate) {
        GateSubject.Plan plan = subject.plan();
        return new PlannedTraining(
                subject,
                seed,
                steps,
                step -> plan.schedule().at(rate, step * plan.iterations() / steps, plan.iterations()));
    }

    /** All steps as they are planned. */
    static PlannedTraining whole(GateSubject subject, Seed seed) {
        GateSubject.Plan plan = subject.plan();
        return new PlannedTraining(
                subject,
                seed,
                plan.iterations(),
                step -> plan.schedule().at(plan.learningRate(), step, plan.iterations()));
    }

    @Override
    public double step() {
        return learner.step(List.of(planned.next(rates.applyAsDouble(taken++))))[0];
    }

    @Override
    public boolean hasEnded() {
        return taken >= steps;
    }

    @Override
    public Learner learner() {
        return learner;
    }

    @Override
    public double keptSeconds() {
        return 0;
    }

    @Override
    public void close() {
        learner.close();
    }
}

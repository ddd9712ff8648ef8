package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Predictions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run through a training loop, from a checkpoint to an end. Whoever takes it step by step may do something else in
 * between; that counts as no time of the training.
 */
public final class TrainingRun {
    private final TrainingLoop loop;
    private final Learner learner;
    private final TrainingMonitor monitor;
    private final EarlyStopping stopping;
    private final LookSchedule looks;
    private final TrainSample sample;
    private final Rows sampled;
    private final Plateau plateau;
    private final List<Double> losses;
    private double taken;
    private long stepBegan;
    private int epochs;
    private int iterations;
    private int[] order = {};
    private double lastLoss;
    private boolean cut;
    private @Nullable TrainingOutcome outcome;
    private BestSoFar bestSoFar;
    private LearnerState best;
    private Predictions bestPredictions;

    TrainingRun(TrainingLoop loop, Learner learner, TrainingMonitor monitor, TrainingCheckpoint from) {
        this.loop = loop;
        this.learner = learner;
        this.monitor = monitor;
        this.stopping = new EarlyStopping(
                loop.spec().earlyStopping(),
                loop.watched().specName(),
                loop.watchedDirection(),
                loop.plannedEpochs(),
                from.watched());
        this.bestSoFar = from.bestSoFar();
        this.looks = new LookSchedule(loop.shuffle().batchSize());
        this.sample = new TrainSample(
                loop.shuffle().batchSize(), loop.shuffle().rows().count());
        this.sampled = sample.of(loop.shuffle().rows(), loop.seed());
        this.plateau = new Plateau(loop.schedule(), loop.direction(), from.plateau());
        this.losses = new ArrayList<>(from.losses());
        this.taken = from.seconds();
        this.epochs = from.epochs();
        this.iterations = from.iterations();
        this.lastLoss = from.lastLoss();
        this.best = from.best();
        this.bestPredictions = from.bestPredictions();
    }

    /** How it ends; the same again once it has ended. */
    public TrainingOutcome toEnd() {
        while (outcome == null) {
            advance();
        }
        return outcome;
    }

    /**
     * One iteration, and what is due after it; nothing once it has ended.
     *
     * @return the loss of the iteration's batch before it, NaN where there was none
     */
    public double advance() {
        if (outcome != null) {
            return Double.NaN;
        }
        stepBegan = System.nanoTime();
        double loss = iterate();
        taken = secondsNow();
        return loss;
    }

    /** Whether it has ended. */
    public boolean hasEnded() {
        return outcome != null;
    }

    /** Of training so far, without the time between steps. */
    public double seconds() {
        return taken;
    }

    /** The same while a step is taken. */
    private double secondsNow() {
        return taken + (System.nanoTime() - stepBegan) / 1e9;
    }

    private double iterate() {
        if (monitor.stopRequested()) {
            outcome = new TrainingOutcome.Interrupted(checkpoint());
            return Double.NaN;
        }
        monitor.checkpointOffered(this::checkpoint);
        if (order.length == 0) {
            order = loop.shuffle().order(epochs + 1);
        }
        double loss = step();
        if (!Double.isFinite(loss)) {
            outcome = notFinite("loss");
            return loss;
        }
        lastLoss = loss;
        losses.add(loss);
        cut = loop.spec().budget().cut().isDue(iterations, secondsNow());
        if (looks.isDue(iterations)) {
            look();
        }
        if (losses.size() == loop.shuffle().batchesAnEpoch() || iterations == loop.planned() || cut) {
            outcome = endEpoch();
        }
        return loss;
    }

    /** How the training ends with this epoch, or null. */
    private @Nullable TrainingOutcome endEpoch() {
        if (!learner.isFinite(0)) {
            return notFinite("parameters");
        }
        evaluate();
        order = new int[0];
        StoppingRule rule = stopping.ended().orElseGet(this::spent);
        return rule == null ? null : finished(rule);
    }

    /** What the budget ends the training by, or null. */
    private @Nullable StoppingRule spent() {
        if (iterations >= loop.planned()) {
            return loop.spec().budget().rule(loop.shuffle().batchesAnEpoch());
        }
        return cut ? StoppingRule.SECONDS : null;
    }

    private double step() {
        long drawSeed = loop.seed().derive("step", iterations).value();
        double rate = rate(iterations);
        Rows batch = loop.augmentations()
                .apply(loop.shuffle().batch(order, losses.size()), loop.seed().derive("rows", iterations));
        iterations++;
        return learner.step(List.of(new Learner.Step(batch, rate, drawSeed)))[0];
    }

    /** Into the network, at rows that the epoch comes to next. */
    private void look() {
        List<LayerChange> changes = learner.changes(0);
        double clipped = learner.clipped(0);
        int[] next = new int[Math.min(looks.rows(), order.length)];
        for (int i = 0; i < next.length; i++) {
            next[i] = order[(losses.size() * loop.shuffle().batchSize() + i) % order.length];
        }
        Rows rows = loop.shuffle().rows().select(next);
        NetworkSignals signals = learner.inspect(0, rows);
        NoiseScale noise = looks.measuresNoise(iterations) ? learner.noise(0, rows) : null;
        monitor.looked(TrainingLook.of(iterations, lastRate(), signals, clipped, changes, noise));
    }

    private void evaluate() {
        epochs++;
        Targets targets = loop.validation().targets();
        Predictions predictions = learner.predict(0, loop.validation());
        double value = loop.objective().value(predictions, targets);
        double validationLoss = loop.loss().value(predictions, targets);
        stopping.record(
                loop.watched() == loop.objective() ? value : loop.watched().value(predictions, targets));
        BestSoFar next = bestSoFar.after(epochs, value, loop.direction());
        if (!next.equals(bestSoFar)) {
            bestSoFar = next;
            best = learner.save(0);
            bestPredictions = predictions;
        }
        monitor.epochEnded(new TrainingMonitor.Epoch(
                epochs,
                iterations,
                lastRate(),
                List.copyOf(losses),
                validationLoss,
                value,
                secondsNow(),
                targets instanceof Targets.Classes classes ? predictions.recalls(classes) : null,
                sample.isDue(epochs) ? trainMetric() : null));
        plateau.record(value);
        losses.clear();
    }

    private TrainMetric trainMetric() {
        return TrainMetric.of(loop.objective(), learner.predict(0, sampled), sampled);
    }

    private TrainingCheckpoint checkpoint() {
        return new TrainingCheckpoint(
                epochs,
                iterations,
                List.copyOf(losses),
                lastLoss,
                stopping.curve(),
                bestSoFar,
                plateau.progress(),
                learner.save(0),
                best,
                bestPredictions,
                secondsNow());
    }

    private TrainingOutcome notFinite(String what) {
        return new TrainingOutcome.NotFinite(what, iterations, lastRate(), lastLoss);
    }

    private TrainingOutcome finished(StoppingRule rule) {
        return new TrainingOutcome.Finished(
                bestSoFar.epoch(), iterations, secondsNow(), stopping.decision(rule), best, bestPredictions);
    }

    private double lastRate() {
        return rate(iterations - 1);
    }

    /** Of an iteration of the present epoch. */
    private double rate(int iteration) {
        return loop.rate(iteration) * plateau.factor();
    }
}

package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import dev.touchstone.training.LearnerState;
import dev.touchstone.training.NetworkSignals;
import dev.touchstone.training.NetworkSignals.LayerSignals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges the network's structure: it builds, its output fits the task, every parameter gets a gradient, and a row's
 * output depends on that row alone (both from Karpathy's "A Recipe for Training Neural Networks", 2019). Gradients are
 * read at random parameters, so that a poor initialisation, which is another gate's matter, does not look like a
 * disconnected layer.
 */
public final class BuildGate implements Gate {
    static final String NAME = "build";

    /** TheDeepChecker (TOSEM 2022): rows of a softmax sum to between 0.95 and 1.05. */
    private static final double SUM_TOLERANCE = 0.05;

    /** Rows looked at; TheDeepChecker looks at 32 for the same question. */
    private static final int ROWS = 32;

    /** Draws of random parameters; a parameter is reached when any of them gives it a gradient. */
    private static final int DRAWS = 3;

    /** Standard deviation of the random parameters: keeps layers of tens to hundreds of inputs near unit scale. */
    private static final double DRAW_SCALE = 0.1;

    /** Single precision leaves about 1e-7 of relative error a sum; sums over other rows leave far more. */
    static final double SAME = 1e-4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The network builds, its output fits the task, every parameter gets a gradient, and rows do not mix.";
    }

    @Override
    public Judgement judge(GateSubject subject) {
        Learner learner;
        try {
            learner = subject.learners().plain(subject.networkSeed());
        } catch (RuntimeException e) {
            return reject("the network does not build: " + firstLine(e), Map.of());
        }
        try (learner) {
            return judge(learner, subject);
        } catch (RuntimeException e) {
            return reject("the network fails on a batch: " + firstLine(e), Map.of());
        }
    }

    private static Judgement judge(Learner learner, GateSubject subject) {
        int outputs = learner.outputs();
        Task task = subject.task();
        boolean oneForTwo = task instanceof Task.Classification && outputs == 1 && task.answers() == 2;
        if (outputs != task.answers() && !oneForTwo) {
            return reject(
                    "the output has " + outputs + " numbers, but the task (" + task.words() + ") wants "
                            + task.answers(),
                    Map.of("outputs", outputs, "wanted", task.answers()));
        }
        Rows rows = subject.sample(ROWS, "build-rows");
        NetworkSignals signals = learner.inspect(0, rows);
        if (task instanceof Task.Classification
                && outputs > 1
                && !(Math.abs(signals.outputSum() - 1) <= SUM_TOLERANCE)) {
            return reject(
                    String.format(
                            Locale.ROOT,
                            "the outputs of a row sum to %.3g on average, not to 1: they are not probabilities, so the"
                                    + " output activation does not fit the loss",
                            signals.outputSum()),
                    Map.of("output-sum", signals.outputSum()));
        }
        double influence = influence(signals.answers(), learner, rows, task);
        if (!(influence <= SAME)) {
            return reject(
                    String.format(
                            Locale.ROOT,
                            "a row's output depends on the other rows of its batch: changing one row moved"
                                    + " another's output by %.3g",
                            influence),
                    Map.of("influence", influence));
        }
        return judgeGradients(learner, rows, signals, subject);
    }

    /** Frozen layers are nobody's oversight, for none is frozen unasked; DL4J lets no output be. */
    private static Judgement judgeGradients(Learner learner, Rows rows, NetworkSignals signals, GateSubject subject) {
        List<String> frozen = signals.layers().stream()
                .filter(LayerSignals::frozen)
                .map(LayerSignals::name)
                .toList();
        Set<String> unreached = unreached(learner, rows, signals, subject);
        if (!unreached.isEmpty()) {
            return reject(
                    "the loss has no gradient for " + String.join(", ", unreached) + ": nothing can train them",
                    Map.of("unreached", List.copyOf(unreached)));
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("parameters", learner.parameters());
        evidence.put("outputs", learner.outputs());
        evidence.put("frozen", frozen);
        return Judgement.of(
                Verdict.PASS,
                frozen.isEmpty()
                        ? "the network builds and every parameter gets a gradient"
                        : "the network builds and every parameter gets a gradient but those of the frozen layers "
                                + String.join(", ", frozen),
                evidence);
    }

    /** The largest change of another row's output when the first row is replaced, for outputs near unit scale. */
    private static double influence(Predictions before, Learner learner, Rows rows, Task task) {
        float[] changed = rows.numbers();
        for (int i = 0; i < rows.width(); i++) {
            changed[i] = 1 - 2 * changed[i];
        }
        Predictions after = learner.predict(0, new Rows(rows.width(), changed, rows.targets()));
        double unit = task instanceof Task.Regression regression ? regression.deviation() : 1;
        double largest = 0;
        for (int i = before.answers(); i < before.numbers().length; i++) {
            double change = Math.abs(before.numbers()[i] - after.numbers()[i]);
            // Numbers far from 0 are rounded more coarsely than their deviation tells.
            largest = Math.max(largest, change / Math.max(unit, Math.abs(before.numbers()[i])));
        }
        return largest;
    }

    /** Parameters that no draw gives a gradient; the initial ones are looked at first, and are mostly enough. */
    private static Set<String> unreached(Learner learner, Rows rows, NetworkSignals signals, GateSubject subject) {
        LearnerState initial = learner.save(0);
        Set<String> unreached = withoutGradient(signals);
        for (int draw = 0; draw < DRAWS && !unreached.isEmpty(); draw++) {
            SplittableRandom random =
                    subject.seed("build-parameters").derive("draw", draw).random();
            float[] parameters = new float[initial.parameters().length];
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = (float) (DRAW_SCALE * random.nextGaussian());
            }
            learner.restore(0, new LearnerState(parameters, initial.optimiser(), initial.iterations()));
            unreached.retainAll(withoutGradient(learner.inspect(0, rows)));
        }
        return unreached;
    }

    private static Set<String> withoutGradient(NetworkSignals signals) {
        return signals.layers().stream()
                .filter(layer -> !layer.frozen())
                .flatMap(layer -> layer.parameters().stream())
                .filter(parameter -> parameter.gradientNorm() == 0)
                .map(NetworkSignals.ParameterSignals::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Judgement reject(String reason, Map<String, Object> evidence) {
        return Judgement.of(Verdict.REJECT, reason, evidence);
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}

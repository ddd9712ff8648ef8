package dev.touchstone.report.html;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Interval;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.training.TrainMetric;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws one trial whose curves and verdicts look like those of a real one. */
final class SampleTrial {
    private static final int VALIDATION_ROWS = 270;
    private static final int EPOCHS = 30;
    private static final int RAMP = 100;
    private static final String NOT_FINITE = "the training loss was not finite at iteration 412";
    private static final String CRASH_REPORT = "c0de".repeat(16);

    private final int number;
    private final SplittableRandom random;
    private final Assignment proposed;
    private final double optimum;

    SampleTrial(int number, SplittableRandom random) {
        this.number = number;
        this.random = random;
        this.proposed = draw();
        this.optimum = "adam".equals(proposed.value("optimiser")) ? 3e-3 : 0.2;
    }

    private Assignment draw() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("learning-rate", Math.pow(10, -5 + 5.4 * random.nextDouble()));
        values.put("batch-size", List.of(16, 32, 64, 128).get(random.nextInt(4)));
        values.put("weight-decay", Math.pow(10, -6 + 5 * random.nextDouble()));
        values.put("dropout", 0.6 * random.nextDouble());
        values.put("width", 16 + random.nextInt(112));
        values.put("optimiser", List.of("sgd", "nesterovs", "adam").get(random.nextInt(3)));
        if (values.get("optimiser").equals("nesterovs")) {
            values.put("momentum", 0.5 + 0.49 * random.nextDouble());
        }
        return new Assignment(values);
    }

    private double usableLow() {
        return optimum / 60;
    }

    private double usableHigh() {
        return optimum * 6;
    }

    TrialRecord in(TrialState state) {
        boolean judged = state != TrialState.QUEUED;
        boolean through = judged && state != TrialState.GATED;
        boolean complete = state == TrialState.COMPLETE || state == TrialState.PRUNED;
        double own = proposed.number("learning-rate");
        Assignment effective = proposed.with("learning-rate", Math.min(Math.max(own, usableLow()), usableHigh()));
        List<TrialEvent.EpochEnded> epochs = through ? epochs(effective, complete) : List.of();
        Instant started = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(number * 7L);
        return new TrialRecord(
                number,
                state,
                reason(state),
                proposed,
                through ? effective : null,
                random.nextLong(),
                through ? 64L * effective.values().size() * 77 : 0,
                judged ? environment() : Map.of(),
                judged ? gates(own, state) : List.of(),
                epochs,
                IntStream.rangeClosed(1, epochs.size() * 40).boxed().toList(),
                iterationLosses(epochs),
                List.of(),
                null,
                findings(state, own),
                List.of(),
                state == TrialState.COMPLETE ? completed(epochs) : null,
                failures(state),
                number % 5 == 0
                        ? List.of(new TrialRecord.Note(started, "Looks stable; try a wider layer."))
                        : List.of(),
                judged ? started : null,
                judged && state != TrialState.RUNNING ? started.plusSeconds(6) : null);
    }

    /** Failed trials failed of something; some of them, and some that are complete, were carried again before. */
    private List<Failure> failures(TrialState state) {
        List<Failure> failures = new ArrayList<>();
        if (number % 3 == 0 && (state == TrialState.FAILED || state == TrialState.COMPLETE)) {
            failures.add(new Failure(
                    FailureCause.NATIVE_CRASH, "the worker crashed in native code: SIGSEGV (0xb)", CRASH_REPORT));
        }
        if (state == TrialState.FAILED) {
            failures.add(new Failure(FailureCause.NOT_FINITE, NOT_FINITE));
        }
        return failures;
    }

    private static String reason(TrialState state) {
        return switch (state) {
            case GATED -> "64 rows were not learnt by heart: the loss stayed at 2.31 where 0.05 was expected";
            case FAILED -> NOT_FINITE;
            case INTERRUPTED -> "stopped by Ctrl-C";
            default -> null;
        };
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JVM", "OpenJDK 17.0.15");
        environment.put("Operating system", "Linux amd64");
        environment.put("Deeplearning4j", "1.0.0-M2.1");
        environment.put("Threads", "1");
        return environment;
    }

    private List<GateResult> gates(double own, TrialState state) {
        List<GateResult> gates = new ArrayList<>();
        gates.add(new GateResult("build", Verdict.PASS, "All parameters are reached.", null, 0.02, Map.of()));
        gates.add(new GateResult(
                "initialisation",
                number % 7 == 0 ? Verdict.WARN : Verdict.PASS,
                "The loss at the start is 2.35, expected 2.30.",
                null,
                0.11,
                Map.of("loss-at-start", 2.35, "activation-scales", List.of(0.98, 0.87, 0.91))));
        boolean learnt = state != TrialState.GATED;
        gates.add(new GateResult(
                "overfit-tiny-batch",
                learnt ? Verdict.PASS : Verdict.REJECT,
                learnt ? "64 rows were learnt by heart in 73 steps." : "64 rows were not learnt by heart in 200 steps.",
                learnt ? null : "width",
                0.4,
                tinyBatch(learnt)));
        if (learnt) {
            gates.add(rangeGate(own));
        }
        return gates;
    }

    private Map<String, Object> tinyBatch(boolean learnt) {
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            losses.add((learnt ? 2.3 * Math.exp(-step / 16.0) + 0.004 : 2.29) * (1 + 0.06 * random.nextDouble()));
        }
        return Map.of("losses", losses, "rate", optimum);
    }

    private GateResult rangeGate(double own) {
        List<Double> rates = new ArrayList<>();
        List<Double> smoothed = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        for (int step = 0; step < RAMP; step++) {
            double rate = 1e-6 * Math.pow(10, 7.0 * step / RAMP);
            double fall = 1.9 / (1 + Math.pow(usableLow() / rate, 1.2));
            double rise = 0.03 * Math.pow(rate / usableHigh(), 2.4);
            rates.add(rate);
            smoothed.add(2.32 - fall + rise + 0.01 * random.nextDouble());
            raw.add(2.32 - fall + rise + 0.5 * (random.nextDouble() - 0.5));
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("rates", rates);
        evidence.put("losses", smoothed);
        evidence.put("raw-losses", raw);
        evidence.put("usable-low", usableLow());
        evidence.put("usable-high", usableHigh());
        evidence.put("divergence-rate", usableHigh() * 5);
        evidence.put("own-rate", own);
        boolean usable = own >= usableLow() && own <= usableHigh();
        return new GateResult(
                "learning-rate-range",
                usable ? Verdict.PASS : Verdict.WARN,
                usable ? "The rate is in the usable interval." : "The rate was clamped into the usable interval.",
                usable ? null : "learning-rate",
                0.6,
                evidence);
    }

    private List<TrialEvent.EpochEnded> epochs(Assignment effective, boolean whole) {
        double away = Math.log10(effective.number("learning-rate") / optimum);
        double ceiling = 0.984 - 0.012 * away * away - 0.02 * random.nextDouble();
        double speed = 0.75 / (1 + Math.abs(away));
        int last = whole ? 12 + random.nextInt(EPOCHS - 12) : 2 + random.nextInt(5);
        List<TrialEvent.EpochEnded> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= last; epoch++) {
            double learnt = 1 - Math.exp(-speed * epoch);
            double value = 0.1 + (ceiling - 0.1) * learnt + 0.012 * (random.nextDouble() - 0.5);
            double trainLoss = 2.3 * Math.exp(-speed * epoch) + 0.02 * (1 + random.nextDouble());
            double validationLoss = trainLoss + 0.06 + 0.004 * epoch * (1 + 0.3 * random.nextDouble());
            double rows = Math.rint(Math.min(value, 1) * VALIDATION_ROWS);
            epochs.add(new TrialEvent.EpochEnded(
                    epoch,
                    epoch * 40,
                    1e-3,
                    trainLoss,
                    validationLoss,
                    rows / VALIDATION_ROWS,
                    0.12 * epoch,
                    null,
                    epoch % 3 > 0 ? null : new TrainMetric(Math.min(1, value + 0.01), 64, null)));
        }
        return epochs;
    }

    private List<Double> iterationLosses(List<TrialEvent.EpochEnded> epochs) {
        List<Double> losses = new ArrayList<>();
        for (TrialEvent.EpochEnded epoch : epochs) {
            for (int iteration = 0; iteration < 40; iteration++) {
                losses.add(epoch.trainLoss() * (0.7 + 0.6 * random.nextDouble()));
            }
        }
        return losses;
    }

    private List<Finding> findings(TrialState state, double own) {
        List<Finding> findings = new ArrayList<>();
        if (own > usableHigh()) {
            findings.add(new Finding(
                    "learning-rate-too-high",
                    Severity.WARNING,
                    "The proposed learning rate is above the rates at which the loss fell.",
                    true,
                    Map.of("proposed", own, "usable-high", usableHigh()),
                    "Lower the upper end of learning-rate."));
        }
        if (state == TrialState.FAILED) {
            findings.add(new Finding(
                    "loss-not-finite", Severity.ERROR, "The loss overflowed.", false, Map.of(), "Lower the rate."));
        }
        return findings;
    }

    private static TrialEvent.Completed completed(List<TrialEvent.EpochEnded> epochs) {
        TrialEvent.EpochEnded best = epochs.stream()
                .reduce((first, second) -> second.value() > first.value() ? second : first)
                .orElseThrow();
        double half = 1.96 * Math.sqrt(best.value() * (1 - best.value()) / VALIDATION_ROWS) + 0.003;
        Interval interval = new Interval(best.value() - half, Math.min(1, best.value() + half / 2));
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("accuracy", best.value());
        values.put("cross-entropy", best.validationLoss());
        return new TrialEvent.Completed(
                best.epoch(),
                epochs.size() * 40,
                0.12 * epochs.size(),
                values,
                Map.of("accuracy", interval),
                "no improvement in 5 epochs",
                "checkpoint",
                "predictions",
                new StoppingDecision(
                        StoppingRule.PATIENCE,
                        new StoppingDecision.Watched(
                                "accuracy", best.epoch(), best.value(), 5, 5, 0, 0.004, 0.97, epochs.size() + 10)));
    }
}

package dev.touchstone.gate;

import dev.touchstone.model.Hyperparameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the trial's own learning rate. How the trial's training begins comes first: where it learns, the rate is usable,
 * and nothing else is measured unless the whole interval is asked for. Else other short runs, and a ramp over real batches
 * that tells the interval of usable rates, and on which side of it the trial's own lies. Nothing is rejected that any short
 * run shows to learn.
 */
public final class LearningRateRangeGate implements Gate {
    static final String NAME = "learning-rate-range";

    /** Evidence of what is wrong with a rate at which nothing is learnt: {@code too-low} or {@code too-high}. */
    public static final String RATE_IS = "rate-is";

    private static final String TOO_LOW = "too-low";
    private static final String TOO_HIGH = "too-high";

    private static final String SUGGESTION = "suggestion";

    /**
     * How many times the rate at which a ramp diverges may be lowered in time: a cosine is below a hundredth of its rate in
     * the last 6 % of the steps alone.
     */
    private static final double MOST_BEYOND = 100;

    /** Ramps, each with other parameters and batches, where the interval itself is wanted. */
    private static final int RAMPS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The trial's learning rate lies where a rising rate makes the loss fall, not where it stands or diverges.";
    }

    @Override
    public Judgement judge(GateSubject subject) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("own-rate", subject.plan().learningRate());
        RangeQuestion question = subject.plan().question();
        if (question.isOfOwnRate()) {
            Optional<Judgement> judgement = new OwnRate(subject).judge(evidence);
            if (judgement.isPresent()) {
                return judgement.get();
            }
        }
        RateRamp ramp = subject.ramp();
        evidence.put("rates", list(ramp.rates()));
        evidence.put("losses", list(ramp.losses()));
        evidence.put("raw-losses", list(ramp.batchLosses()));
        evidence.put("start-loss", ramp.startLoss());
        evidence.put("largest-move", ramp.largestMove());
        if (!ramp.isReadable()) {
            return unreadable(subject, ramp, evidence);
        }
        RangeReadings readings = readings(subject);
        if (question == RangeQuestion.WHICH_SUITS) {
            double suggestion = TriedRates.of(subject, readings.edge()).suggestion();
            evidence.put(SUGGESTION, suggestion);
            readings = Double.isFinite(suggestion) ? readings.with(suggestion) : readings;
        }
        putReadings(readings, ramp, evidence);
        return question == RangeQuestion.WHICH_TO_TAKE
                ? Judgement.of(
                        Verdict.PASS,
                        String.format(
                                Locale.ROOT, "one-cycle takes the largest usable learning rate, %.3g", readings.high()),
                        evidence)
                : judge(subject, readings, evidence);
    }

    /** Where a rate is asked about, it may be known to be too low all the same. */
    private static Judgement unreadable(GateSubject subject, RateRamp ramp, Map<String, Object> evidence) {
        Judgement inconclusive = Judgement.of(Verdict.INCONCLUSIVE, ramp.whyUnreadable(), evidence);
        return subject.plan().question() == RangeQuestion.WHICH_TO_TAKE
                ? inconclusive
                : new OwnRate(subject).crawling(evidence).orElse(inconclusive);
    }

    private static void putReadings(RangeReadings readings, RateRamp ramp, Map<String, Object> evidence) {
        evidence.put("ramps", readings.of().size());
        evidence.put("stagnation-rate", readings.stagnation());
        evidence.put(UsableRates.LOW, readings.low());
        evidence.put(UsableRates.HIGH, readings.high());
        if (Double.isFinite(readings.divergence())) {
            evidence.put("divergence-rate", readings.divergence());
        }
        PublishedRules rules = PublishedRules.of(ramp);
        evidence.put("steepest", rules.steepest());
        evidence.put("valley", rules.valley());
        evidence.put("minimum-tenth", rules.minimumTenth());
        evidence.put("edge", rules.edge());
    }

    /** One ramp where a verdict is all that is wanted, for short runs confirm it; else several. */
    private static RangeReadings readings(GateSubject subject) {
        List<RangeReading> readings = new ArrayList<>(List.of(RangeReading.of(subject.ramp(), subject.plan())));
        int ramps = subject.plan().question().isOfOwnRate() ? 1 : RAMPS;
        for (int repeat = 1; repeat < ramps; repeat++) {
            RateRamp ramp = subject.ramp(repeat);
            if (ramp.isReadable()) {
                readings.add(RangeReading.of(ramp, subject.plan()));
            }
        }
        return new RangeReadings(readings);
    }

    private static Judgement judge(GateSubject subject, RangeReadings readings, Map<String, Object> evidence) {
        double own = subject.plan().learningRate();
        String usable = String.format(Locale.ROOT, "usable is %.3g to %.3g", readings.low(), readings.high());
        if (evidence.get(SUGGESTION) instanceof Double suggestion) {
            usable += String.format(Locale.ROOT, ", suggested %.3g", suggestion);
        }
        return switch (readings.place(own)) {
            case TOO_HIGH -> veryHigh(subject, readings, usable, evidence);
            case TOO_LOW -> veryLow(subject, usable, evidence);
            case SLOW ->
                judgement(
                        Verdict.WARN,
                        String.format(
                                Locale.ROOT,
                                "a learning rate of %.3g is slow for the planned iterations; %s",
                                own,
                                usable),
                        evidence);
            case NEAR_EDGE ->
                judgement(
                        Verdict.WARN,
                        String.format(
                                Locale.ROOT, "a learning rate of %.3g is near the edge of divergence; %s", own, usable),
                        evidence);
            case USABLE ->
                Judgement.of(
                        Verdict.PASS,
                        String.format(Locale.ROOT, "a learning rate of %.3g is usable; %s", own, usable),
                        evidence);
        };
    }

    /** Below what moves a ramp's loss; whether all planned iterations would get anywhere, short runs show. */
    private static Judgement veryLow(GateSubject subject, String usable, Map<String, Object> evidence) {
        double own = subject.plan().learningRate();
        return subject.shortRuns().anyLearns()
                ? judgement(
                        Verdict.WARN,
                        String.format(
                                Locale.ROOT,
                                "a learning rate of %.3g is very slow for the planned iterations; %s",
                                own,
                                usable),
                        evidence)
                : tooLow(
                        subject.shortRuns(),
                        String.format(
                                Locale.ROOT,
                                "a learning rate of %.3g is too low to learn within the planned iterations; %s",
                                own,
                                usable),
                        evidence);
    }

    /**
     * Beyond the lowest loss a ramp tells only that it gets worse; whether anything is learnt, short runs show. While answers
     * follow the rows, a rate that is lowered in time may bring it back.
     */
    private static Judgement veryHigh(
            GateSubject subject, RangeReadings readings, String usable, Map<String, Object> evidence) {
        double own = subject.plan().learningRate();
        ShortRun run = subject.shortRuns().atOwnRate();
        evidence.putAll(run.evidence());
        String diverges = Double.isFinite(readings.divergence())
                ? String.format(Locale.ROOT, "the loss diverges at %.3g", readings.divergence())
                : String.format(Locale.ROOT, "the loss is lowest at %.3g", readings.edge());
        String veryHigh =
                String.format(Locale.ROOT, "a learning rate of %.3g is very high: %s, though ", own, diverges);
        if (run.learns()) {
            return judgement(Verdict.WARN, veryHigh + "a short run of its schedule learns; " + usable, evidence);
        } else if (run.isAlive() && own <= MOST_BEYOND * readings.divergence()) {
            return mayBeUndone(veryHigh + "the answers of a short run still follow the rows; " + usable, evidence);
        }
        return tooHigh(
                subject.shortRuns(),
                String.format(
                        Locale.ROOT,
                        "a learning rate of %.3g is too high: %s, and short runs of its schedule learn nothing; %s",
                        own,
                        diverges,
                        usable),
                evidence);
    }

    /** A warning that nothing is learnt at so high a rate, which one that is lowered in time may undo. */
    static Judgement mayBeUndone(String reason, Map<String, Object> evidence) {
        evidence.put(RATE_IS, TOO_HIGH);
        return judgement(Verdict.WARN, reason, evidence);
    }

    static Judgement tooHigh(ShortRuns runs, String reason, Map<String, Object> evidence) {
        evidence.put(RATE_IS, TOO_HIGH);
        return runs.rejection(reason, Hyperparameters.LEARNING_RATE, evidence);
    }

    static Judgement tooLow(ShortRuns runs, String reason, Map<String, Object> evidence) {
        evidence.put(RATE_IS, TOO_LOW);
        return runs.rejection(reason, Hyperparameters.LEARNING_RATE, evidence);
    }

    private static Judgement judgement(Verdict verdict, String reason, Map<String, Object> evidence) {
        return new Judgement(verdict, reason, Hyperparameters.LEARNING_RATE, evidence);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}

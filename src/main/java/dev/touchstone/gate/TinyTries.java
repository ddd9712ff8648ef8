package dev.touchstone.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Which learning rates a tiny batch is tried with, and for how long: each has a short try, and only when all have failed do
 * the best has a long one.
 */
final class TinyTries {
    /** Steps of a short try. TheDeepChecker's overfit check allows 200; most rows are learnt in half of it. */
    private static final int SHORT_STEPS = 100;

    /** Steps of a long try in all. TheDeepChecker's fit check allows 1,000 with one rate. */
    private static final int LONG_STEPS = 400;

    /** The ramp's rate of lowest loss is divided by these: Smith (2015) names 3 to 4, fastai's minimum rule 10. */
    private static final double[] FRACTIONS = {2, 10, 40};

    /** Where all rates fail: the own and those of the ramp have a short try, one of them a long one. */
    static final int MOST_STEPS = FRACTIONS.length * SHORT_STEPS + LONG_STEPS;

    /** When the ramp shows no rate that learns, these common defaults are tried, largest first. */
    private static final double[] COMMON_RATES = {1e-1, 1e-2, 1e-3};

    /** A rate that is known to learn from real batches is off by less than a decade. */
    private static final double DECADE = 10;

    private final GateSubject subject;
    private final TinyTraining training;
    private final ByHeart byHeart;
    private final List<TinyTraining.Try> tries;

    TinyTries(GateSubject subject, TinyTraining training, ByHeart byHeart) {
        this.subject = subject;
        this.training = training;
        this.byHeart = byHeart;
        this.tries = tries(subject, training, byHeart);
    }

    /** That were tried, in order. */
    List<Double> rates() {
        return tries.stream().map(TinyTraining.Try::rate).toList();
    }

    /**
     * Short tries until one has learnt the batch: the own rate first, for it needs no ramp; where one was measured because no
     * short run learns at the own rate, that is the least likely, and comes last.
     */
    private static List<TinyTraining.Try> tries(GateSubject subject, TinyTraining training, ByHeart byHeart) {
        List<TinyTraining.Try> tries = new ArrayList<>();
        double own = subject.plan().learningRate();
        if (isLeftToARamp(subject)) {
            tryEach(
                    DoubleStream.concat(Arrays.stream(ofRamp(subject.ramp())), DoubleStream.of(own)),
                    tries,
                    training,
                    byHeart);
        } else {
            tryEach(DoubleStream.of(own), tries, training, byHeart);
            if (!tries.get(0).learnt()) {
                tryEach(Arrays.stream(ratesToTry(subject, tries.get(0))), tries, training, byHeart);
            }
        }
        return tries;
    }

    private static boolean isLeftToARamp(GateSubject subject) {
        return subject.plan().question().isOfOwnRate()
                && subject.hasReadableRamp()
                && !subject.shortRuns().quick().learns();
    }

    private static void tryEach(
            DoubleStream rates, List<TinyTraining.Try> tries, TinyTraining training, ByHeart byHeart) {
        for (double rate : rates.toArray()) {
            tries.add(training.begin(rate, byHeart, SHORT_STEPS));
            if (tries.get(tries.size() - 1).learnt()) {
                return;
            }
        }
    }

    /**
     * The one that has learnt the batch, or else came furthest. What is known to learn from real batches needs no long try:
     * its failure could not reject it.
     */
    TinyTraining.Try best() {
        TinyTraining.Try last = tries.get(tries.size() - 1);
        if (last.learnt()) {
            return last;
        }
        TinyTraining.Try best = Collections.min(tries, Comparator.comparingDouble(TinyTraining.Try::lossOrInfinity));
        return subject.shortRuns().anyLearns() ? best : training.goOn(best, byHeart, LONG_STEPS);
    }

    /** Whether a try came to the end of its steps before the loss stood, or stands where the answers say that it will fall. */
    static boolean isOpen(TinyTraining.Try best) {
        return !best.learnt() && (best.steps() >= LONG_STEPS || best.look().leavesPlateau());
    }

    private static double[] ratesToTry(GateSubject subject, TinyTraining.Try own) {
        if (subject.shortRuns().quick().learns()) {
            boolean fellToTheEnd = own.steps() == SHORT_STEPS
                    && own.lossOrInfinity() < own.losses().get(0);
            return new double[] {fellToTheEnd ? own.rate() * DECADE : own.rate() / DECADE};
        }
        RateRamp ramp = subject.ramp();
        return ramp.isReadable() ? ofRamp(ramp) : COMMON_RATES;
    }

    private static double[] ofRamp(RateRamp ramp) {
        double[] rates = new double[FRACTIONS.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = ramp.rates()[ramp.lowest()] / FRACTIONS[i];
        }
        return rates;
    }
}

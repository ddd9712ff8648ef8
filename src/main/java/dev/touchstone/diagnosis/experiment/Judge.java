package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.List;

/** Tells gains that matter from noise, on the validation rows of one trial. */
public final class Judge {
    /**
     * Of the intervals that decide. A gain in truth of nothing is taken for one in at most half a percent of experiments, so
     * that a dozen of them on a healthy trial still err together in fewer than one of sixteen; and they must err by what
     * matters.
     */
    static final double CONFIDENCE = 0.99;

    /**
     * Of the way from the baseline to the better of two ways to train: what a fault must cost to count as one that hurts. Where
     * the signal is weak, nobody gets far towards answers that are all right.
     */
    private static final double MATTERS = 0.05;

    /** Of half the interval: about a standard error, of whatever degrees of freedom. */
    private static final double ERROR = 1.0 / 3;

    /** Of the same way: what is left after it is no fault to look for. */
    private static final double ALMOST_ALL = 0.9;

    private final Metric metric;
    private final Direction direction;
    private final Targets targets;
    private final Predictions baseline;
    private final double toPerfect;

    /**
     * @param targets of the validation rows
     * @param baseline predictions for them that need no network
     */
    public Judge(Metric metric, Direction direction, Targets targets, Predictions baseline) {
        this.metric = metric;
        this.direction = direction;
        this.targets = targets;
        this.baseline = baseline;
        double perfect = metric.value(Predictions.right(targets, baseline.answers()), targets);
        this.toPerfect = Math.abs(perfect - metric.value(baseline, targets));
    }

    /** Judges answers for other rows by the same metric. */
    Judge on(Targets others, Predictions baselineForThem) {
        return new Judge(metric, direction, others, baselineForThem);
    }

    String metric() {
        return metric.specName();
    }

    /** The metric's value. */
    double value(Predictions predictions) {
        return metric.value(predictions, targets);
    }

    /** Whether the first is better than the second. */
    boolean better(Predictions first, Predictions second) {
        return direction.better(value(first), value(second));
    }

    /** What answers that are all right would gain over trainings: nothing can gain more. */
    TrainingGain room(List<Predictions> trainings) {
        return gain(trainings, List.of(Predictions.right(targets, baseline.answers())));
    }

    /** What is left of a hypothesis that repeats neither confirmed nor refuted. */
    Outcome open(TrainingGain gain) {
        return promises(gain) ? tooNoisy(gain) : new Outcome.Unlikely(gain);
    }

    /** Why repeats decide nothing. */
    Outcome tooNoisy(TrainingGain gain) {
        return new Outcome.Undecided("the gain in " + metric() + ", "
                + ShortNumber.of(gain.gain()) + " in " + gain.runs() + " trainings, may be anything from "
                + ShortNumber.of(gain.interval().low()) + " to "
                + ShortNumber.of(gain.interval().high()));
    }

    /**
     * How much better the trainings after are than those before. One that does worse than the baseline is worth as much as
     * that, which anybody can have; how much worse an untrained network happens to do would be noise.
     */
    TrainingGain gain(List<Predictions> before, List<Predictions> after) {
        return between(worth(before), worth(after));
    }

    private List<Predictions> worth(List<Predictions> trainings) {
        return trainings.stream()
                .map(training -> better(training, baseline) ? training : baseline)
                .toList();
    }

    private TrainingGain between(List<Predictions> before, List<Predictions> after) {
        return TrainingGain.between(metric, direction, before, after, targets, CONFIDENCE);
    }

    /** How much better trainings are than the baseline. */
    TrainingGain overBaseline(List<Predictions> trainings) {
        return between(List.of(baseline, baseline), trainings);
    }

    /** Whether trainings of a mean value go almost all of the way from the baseline to answers that are all right. */
    boolean isSound(double mean) {
        double learnt = Math.abs(mean - value(baseline));
        return direction.better(mean, value(baseline)) && learnt > ALMOST_ALL * toPerfect;
    }

    /** Whether the noise hides gains of a tenth of all that can be learnt. */
    boolean isNoisy(TrainingGain gain) {
        return gain.interval().high() - gain.gain() > 2 * MATTERS * toPerfect;
    }

    /** Whether a gain is beyond noise one that matters, and comes to more than the baseline does. */
    boolean confirms(TrainingGain gain) {
        return gain.interval().low() >= mattering(gain) && direction.better(gain.after(), value(baseline));
    }

    /** Whether a gain may be confirmed by repeating it: within about a standard error it is one that matters. */
    boolean promises(TrainingGain gain) {
        double half = gain.interval().high() - gain.gain();
        return gain.gain() + ERROR * half >= mattering(gain);
    }

    /** Whether a gain is beyond noise none that matters. */
    boolean refutes(TrainingGain gain) {
        return gain.interval().high() < mattering(gain);
    }

    /** Whether a gain is beyond noise next to nothing of all that can be learnt, however little was. */
    boolean isNothing(TrainingGain gain) {
        return gain.interval().high() < MATTERS * toPerfect;
    }

    private double mattering(TrainingGain gain) {
        double nothing = value(baseline);
        return MATTERS * Math.max(Math.abs(gain.before() - nothing), Math.abs(gain.after() - nothing));
    }
}

package dev.touchstone.gate;

import dev.touchstone.model.Hyperparameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What short runs say of a trial's own learning rate, and is sure without a ramp. */
final class OwnRate {
    private final ShortRuns runs;
    private final double rate;
    private final RangeQuestion question;

    OwnRate(GateSubject subject) {
        this.runs = subject.shortRuns();
        this.rate = subject.plan().learningRate();
        this.question = subject.plan().question();
    }

    /**
     * Nothing where a ramp has to tell.
     *
     * @param evidence gets that of the run which tells most
     */
    Optional<Judgement> judge(Map<String, Object> evidence) {
        ShortRun run = runs.atOwnRate();
        evidence.putAll(run.evidence());
        if (run.learns() && !run.rises()) {
            return pass(
                    String.format(Locale.ROOT, "a learning rate of %.3g is usable: %s", rate, run.inWords()), evidence);
        }
        return question == RangeQuestion.IS_USABLE ? judgeAsToTraining(run, evidence) : Optional.empty();
    }

    /** Where nothing hangs on the verdict but whether to train. */
    private Optional<Judgement> judgeAsToTraining(ShortRun run, Map<String, Object> evidence) {
        if (run.learns()) {
            return judgement(
                    Verdict.WARN,
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g may be very high: %s, but its loss has risen from %.3g to %.3g",
                            rate,
                            run.inWords(),
                            run.start().loss(),
                            run.end().loss()),
                    evidence);
        } else if (runs.allDiverge()) {
            return tooHigh(
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g is too high: the loss stops being finite in every short run of its"
                                    + " schedule",
                            rate),
                    evidence);
        } else if (runs.dies()) {
            return tooHigh(
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g is too high: it learns nothing, and comes to give all rows the same answer",
                            rate),
                    evidence);
        } else if (!runs.mayJudge() && !runs.crawls()) {
            return Optional.of(Judgement.of(
                    Verdict.INCONCLUSIVE,
                    "a short run of its schedule learns nothing yet, but its planned iterations are too few to be judged by"
                            + " a part of them",
                    evidence));
        }
        return judgeWhatDoesNotLearn(run, evidence);
    }

    private Optional<Judgement> judgeWhatDoesNotLearn(ShortRun run, Map<String, Object> evidence) {
        if (run.mayComeBack()) {
            return Optional.of(LearningRateRangeGate.mayBeUndone(
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g is very high: it takes the loss from %.3g to %.3g, but the answers still"
                                    + " follow the rows, and it may learn once the rate is lowered",
                            rate,
                            run.start().loss(),
                            run.loss()),
                    evidence));
        } else if (runs.allRise()) {
            return tooHigh(
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g is too high: short runs of its schedule learn nothing, and take the"
                                    + " loss from %.3g to %.3g",
                            rate,
                            run.start().loss(),
                            run.loss()),
                    evidence);
        }
        return crawling(evidence)
                .or(() -> runs.stretchedLearns()
                        ? pass(
                                String.format(
                                        Locale.ROOT,
                                        "a learning rate of %.3g is not too low for the planned iterations: a short run"
                                                + " learns at a higher one, which makes up for its fewer steps",
                                        rate),
                                evidence)
                        : Optional.empty());
    }

    /** What needs no ramp: the loss falls, but too slowly for the planned iterations. */
    Optional<Judgement> crawling(Map<String, Object> evidence) {
        if (!runs.crawls()) {
            return Optional.empty();
        }
        ShortRun run = runs.atOwnRate();
        String reason = String.format(
                Locale.ROOT,
                "a learning rate of %.3g is too low to learn within the planned iterations: the loss has fallen from"
                        + " %.3g to %.3g, and at this pace it would not come down to that of guessing, %.3g",
                rate,
                run.start().loss(),
                run.end().loss(),
                run.end().guessedLoss());
        return Optional.of(LearningRateRangeGate.tooLow(runs, reason, evidence));
    }

    private static Optional<Judgement> pass(String reason, Map<String, Object> evidence) {
        return Optional.of(Judgement.of(Verdict.PASS, reason, evidence));
    }

    private Optional<Judgement> tooHigh(String reason, Map<String, Object> evidence) {
        return Optional.of(LearningRateRangeGate.tooHigh(runs, reason, evidence));
    }

    private static Optional<Judgement> judgement(Verdict verdict, String reason, Map<String, Object> evidence) {
        return Optional.of(new Judgement(verdict, reason, Hyperparameters.LEARNING_RATE, evidence));
    }
}

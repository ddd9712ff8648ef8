package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.TrainingGain;

/**
 * A hypothesis that was put to the test.
 *
 * @param code the finding's that it is a hypothesis of
 * @param change what was done differently, as an adverbial: {@code with the learning rate 0.003 instead of 0.03}
 * @param remedy what to change when it is confirmed, as an imperative clause
 * @param metric the objective's
 * @param trainings how many it took beside the trial's own and their repeats
 * @param iterations steps that these took in all
 * @param seconds that it took of a sweep's budget; 0 when somebody asked for it
 */
public record Tested(
        String code,
        String change,
        String remedy,
        String metric,
        int trainings,
        long iterations,
        double seconds,
        Outcome outcome) {

    /** A hypothesis whose experiment broke, and which stays undecided. */
    public static Tested broken(FindingCode hypothesis, String reason) {
        Outcome undecided = new Outcome.Undecided("its experiment broke: " + reason);
        return new Tested(hypothesis.specName(), "", "", "", 0, 0, 0, undecided);
    }

    /** The same within a sweep. */
    public Tested taking(double secondsOfTheBudget) {
        return new Tested(code, change, remedy, metric, trainings, iterations, secondsOfTheBudget, outcome);
    }

    FindingCode hypothesis() {
        return FindingCode.named(code).orElseThrow();
    }

    /** How it came out, in a clause. */
    public String words() {
        return words("");
    }

    /**
     * How it came out, in a clause.
     *
     * @param where it was carried out, such as {@code " on trial 7"}
     */
    public String words(String where) {
        return outcome instanceof Outcome.Undecided undecided
                ? "not decided" + where + ": " + undecided.why()
                : outcome.specName() + where + ": " + change + ", "
                        + seen(outcome.seen().orElseThrow());
    }

    private String seen(TrainingGain gain) {
        return metric + " " + ShortNumber.of(gain.after()) + " instead of " + ShortNumber.of(gain.before()) + ", gain "
                + ShortNumber.of(gain.gain()) + " (99 %: "
                + ShortNumber.of(gain.interval().low()) + " to "
                + ShortNumber.of(gain.interval().high())
                + (gain.runs() == 1 ? ", 1 training)" : ", " + gain.runs() + " trainings)");
    }
}

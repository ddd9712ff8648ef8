package dev.touchstone.study;

/**
 * The {@code diagnosis} section of a spec.
 *
 * @param budget what experiments may take, as a share of the study's training time; above 0, 1 at most
 */
public record DiagnosisSpec(Experiments experiments, double budget) {
    /** A twentieth more time, as for looks into networks. */
    static final DiagnosisSpec DEFAULT = new DiagnosisSpec(Experiments.AUTO, 0.05);

    /** Whether a sweep experiments when its trials have ended. */
    public enum Experiments {
        AUTO,
        OFF
    }
}

package dev.touchstone.gate;

/**
 * A check that a trial must pass before it is trained in full. A gate evaluates and never throws for what it finds; only
 * the command or a test turns its verdict into an exit code or an exception. A gate that has too little evidence says
 * so ({@link Verdict#INCONCLUSIVE}), never {@link Verdict#PASS}.
 *
 * <p>For implementers: called once a trial, in the order build, initialisation, learning-rate-range, overfit-tiny-batch,
 * from the thread that carries the trial. A gate makes learners of its own and closes them; it must draw only from seeds
 * derived from the subject's.
 */
public interface Gate {
    /** Kebab-case, as in the spec. */
    String name();

    /** One sentence: what is checked and why it matters. */
    String description();

    Judgement judge(GateSubject subject);
}

package dev.touchstone.gate;

/** What a gate says. {@code INCONCLUSIVE} means there was too little evidence; it counts as a warning. */
public enum Verdict {
    PASS,
    WARN,
    REJECT,
    INCONCLUSIVE
}

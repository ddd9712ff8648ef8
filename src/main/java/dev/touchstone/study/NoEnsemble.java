package dev.touchstone.study;

/** A study's trials make no ensemble; the message says why. */
public final class NoEnsemble extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoEnsemble(String message) {
        super(message);
    }
}

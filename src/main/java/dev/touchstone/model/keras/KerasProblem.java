package dev.touchstone.model.keras;

/** Why a file of Keras makes no network here. The message is what the file is or has, and what is expected. */
public final class KerasProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    KerasProblem(String message) {
        super(message);
    }

    KerasProblem(String message, Throwable cause) {
        super(message, cause);
    }
}

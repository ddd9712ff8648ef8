package dev.touchstone.base;

/**
 * A mistake in what the user gave (spec, flags, files): the command prints the message alone and exits with 2. The
 * message says where, what was found and what is expected; it may have several lines when there are several mistakes.
 */
public class UserError extends RuntimeException {
    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}

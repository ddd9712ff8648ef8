package dev.touchstone.model.layer;

/** A layer that cannot be as it is settled, or not where it stands; the message says what it gets and what it needs. */
public final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean placed;

    /** @param message without the place */
    public Misfit(String message) {
        this(message, false);
    }

    private Misfit(String message, boolean placed) {
        super(message);
        this.placed = placed;
    }

    /** The same with the layer's place in front; the innermost place stays. */
    public Misfit at(String place) {
        return placed ? this : new Misfit(place + ": " + getMessage(), true);
    }

    /** A message of what a layer gets and what it needs. */
    static Misfit of(RowShape found, String needed) {
        return new Misfit("gets rows of shape " + found.words() + ", needs " + needed);
    }

    /** The same of a layer that needs rows with an order. */
    static Misfit ofOrder(RowShape found, String needed) {
        return of(
                found,
                needed + (found instanceof RowShape.Vector ? "; data: {shape: …} says so of rows of a table" : ""));
    }
}

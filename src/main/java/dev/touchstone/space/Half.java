package dev.touchstone.space;

/** A half of a range: of its numbers, or of their logarithms where these are equally likely. */
public enum Half {
    LOWER(0),
    UPPER(0.5);

    private final double start;

    Half(double start) {
        this.start = start;
    }

    /** The place of the whole range that a place of the half is at. */
    double place(double inHalf) {
        return start + inHalf / 2;
    }
}

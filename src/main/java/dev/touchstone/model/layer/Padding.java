package dev.touchstone.model.layer;

/**
 * What is added around a picture or a sequence before a window slides over it.
 *
 * @param same as much as keeps the size at a stride of 1; then the amount does not matter
 * @param amount zeros on each side
 */
public record Padding(boolean same, int amount) {
    /** As much as keeps the size at a stride of 1. */
    public static final Padding SAME = new Padding(true, 0);

    /** None: windows stay within the input. */
    public static final Padding VALID = new Padding(false, 0);
}

package dev.touchstone.data;

/**
 * What an image file says of itself before it is decoded.
 *
 * @param width in pixels
 * @param height in pixels
 * @param grey whether it has no colours; black and white is grey
 */
record ImageHead(int width, int height, boolean grey) {
    /** Such as {@code 8 x 6}: width, then height. */
    String size() {
        return width + " x " + height;
    }

    int pixels() {
        return width * height;
    }
}

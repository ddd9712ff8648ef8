package dev.touchstone.data.augmentation;

/** How the features of an image lie in its row: channel by channel, line by line. */
public record Grid(int channels, int height, int width) {
    /** Pixels of a channel. */
    int pixels() {
        return height * width;
    }

    /** Features of a row. */
    int features() {
        return channels * pixels();
    }

    boolean holds(int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width;
    }
}

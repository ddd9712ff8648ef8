package dev.touchstone.data.augmentation;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;

/** A copy of some train rows that may be changed. */
final class Batch {
    private final int width;
    private final float[] features;
    private Targets targets;

    /** The rows stay as they are. */
    Batch(Rows rows) {
        this.width = rows.width();
        this.features = rows.numbers();
        this.targets = rows.targets();
    }

    /** Features of a row. */
    int width() {
        return width;
    }

    /** Row after row; to be changed in place. */
    float[] features() {
        return features;
    }

    Targets targets() {
        return targets;
    }

    void setTargets(Targets changed) {
        targets = changed;
    }

    Rows rows() {
        return new Rows(width, features, targets);
    }
}

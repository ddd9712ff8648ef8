package dev.touchstone.diagnosis.data;

/**
 * How many rows have labels of unlike and of like classes.
 *
 * @param unlike how many have labels of classes that are unlike the one they are taken for
 * @param unlikeByChance how many would if labels had nothing to do with their rows
 * @param like of classes that are like it
 * @param likeByChance how many would
 */
record UnlikeLabels(double unlike, double unlikeByChance, double like, double likeByChance) {
    static final UnlikeLabels NONE = new UnlikeLabels(0, 0, 0, 0);

    UnlikeLabels plus(UnlikeLabels more) {
        return new UnlikeLabels(
                unlike + more.unlike,
                unlikeByChance + more.unlikeByChance,
                like + more.like,
                likeByChance + more.likeByChance);
    }

    /** Whether rows of both kinds could be. */
    boolean canTell() {
        return unlikeByChance > 0 && likeByChance > 0;
    }

    /** Unlike ones beside chance. */
    double share() {
        return unlike / unlikeByChance;
    }

    /** Standard error of a count; none that was found is not none for sure. */
    double error() {
        return Math.sqrt(unlike + 1) / unlikeByChance;
    }

    /** Like ones beside chance. */
    double shareOfLike() {
        return like / likeByChance;
    }

    double errorOfLike() {
        return Math.sqrt(like + 1) / likeByChance;
    }
}

package dev.touchstone.data;

/**
 * Divides one count after the other by fixed shares into whole numbers. Each share is rounded down or up; what is left
 * of a count goes to the shares that all counts so far owe most (largest remainder with its errors carried on), so that
 * the totals stay right too.
 */
final class Apportionment {
    /** Takes 0.29 * 100 = 28.999999999999996 for 29. */
    private static final double ROUNDING = 1e-9;

    private final double[] shares;
    private final double[] owed;

    /** @param shares not negative, their sum 1; the first is served first when a count is too small for all */
    Apportionment(double... shares) {
        this.shares = shares.clone();
        this.owed = new double[shares.length];
    }

    /** How many of {@code count} each share gets. */
    int[] divide(int count) {
        int[] parts = new int[shares.length];
        boolean[] roundsUp = new boolean[shares.length];
        int left = count;
        for (int i = 0; i < shares.length; i++) {
            double exact = shares[i] * count;
            parts[i] = (int) Math.floor(exact + ROUNDING);
            roundsUp[i] = exact - parts[i] > ROUNDING;
            owed[i] += exact - parts[i];
            left -= parts[i];
        }
        if (left > 0 && parts[0] == 0 && roundsUp[0]) {
            give(0, parts, roundsUp);
            left--;
        }
        for (; left > 0; left--) {
            give(mostOwed(roundsUp), parts, roundsUp);
        }
        return parts;
    }

    private void give(int share, int[] parts, boolean[] roundsUp) {
        parts[share]++;
        owed[share]--;
        roundsUp[share] = false;
    }

    private int mostOwed(boolean[] roundsUp) {
        int most = -1;
        for (int i = 0; i < owed.length; i++) {
            if (roundsUp[i] && (most < 0 || owed[i] > owed[most])) {
                most = i;
            }
        }
        return most;
    }
}

package dev.touchstone.space;

/**
 * Whole numbers of a range, spread evenly over their logarithms: each number owns the part of the logarithmic range
 * from half below it to half above it. Arbiter has no such space.
 */
final class LogIntegerParameterSpace extends Leaf<Integer> {
    private final int low;
    private final int high;
    private int index = -1;

    LogIntegerParameterSpace(int low, int high) {
        if (low < 1 || high <= low) {
            throw new IllegalArgumentException("a log range needs 0 < low < high, found " + low + " and " + high);
        }
        this.low = low;
        this.high = high;
    }

    @Override
    public Integer getValue(double[] point) {
        double from = Math.log(low - 0.5);
        double to = Math.log(high + 0.5);
        long value = Math.round(Math.exp(from + point[index] * (to - from)));
        return (int) Math.min(high, Math.max(low, value));
    }

    @Override
    public void setIndices(int... indices) {
        this.index = indices[0];
    }

    @Override
    public String toString() {
        return "LogIntegerParameterSpace(min=" + low + ",max=" + high + ")";
    }
}

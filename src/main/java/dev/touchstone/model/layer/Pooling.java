package dev.touchstone.model.layer;

/** One value for each window of a sequence or an image, feature by feature. */
public record Pooling(PoolingKind kind, Windows windows) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        if (windows.kernel().stream().anyMatch(size -> size <= windows.padding().amount())) {
            throw new Misfit("has a padding of " + windows.padding().amount() + " and windows of size "
                    + windows.kernel() + ": some would hold nothing but padding; use less");
        }
        return windows.over(input, input.dimensions().get(0));
    }
}

package dev.touchstone.model.layer;

/**
 * Looks for patterns in windows of a sequence or an image.
 *
 * @param filters how many outputs each window has; for {@link Kind#DEPTHWISE}, for each channel
 */
public record Convolution(Kind kind, int filters, Windows windows, ActivationFunction activation)
        implements SettledLayer {
    /** Which weights there are. */
    public enum Kind {
        /** The same for all windows. */
        SHARED,
        /** The same for all windows; each channel on its own, then all of them point by point (Chollet 2017). */
        SEPARABLE,
        /** The same for all windows, each channel on its own. */
        DEPTHWISE,
        /** Each window has its own. */
        LOCAL
    }

    @Override
    public RowShape output(RowShape input) {
        boolean ofImages = kind == Kind.SEPARABLE || kind == Kind.DEPTHWISE;
        if (ofImages && !(input instanceof RowShape.Image)) {
            throw Misfit.ofOrder(input, "[channels, height, width]: DL4J has it for images only");
        }
        if (kind == Kind.SEPARABLE && input.dimensions().get(0) == 1) {
            throw Misfit.of(input, "several channels: with one, DL4J's separable convolution fails; use convolution");
        }
        if (kind == Kind.LOCAL && windows.dilation().stream().anyMatch(dilation -> dilation != 1)) {
            throw new Misfit("has dilation " + windows.dilation() + ", and DL4J's locally connected layers have none");
        }
        long outputs = kind == Kind.DEPTHWISE
                ? Math.multiplyExact(filters, input.dimensions().get(0))
                : filters;
        return windows.over(input, outputs);
    }

    @Override
    public boolean isOfSameDiff() {
        return kind == Kind.LOCAL;
    }
}

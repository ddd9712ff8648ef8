package dev.touchstone.model.augmentation;

import static dev.touchstone.model.Requirement.COUNT;
import static dev.touchstone.model.Requirement.NOT_NEGATIVE;
import static dev.touchstone.model.Requirement.SHARE;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import dev.touchstone.data.augmentation.Augmentation;
import dev.touchstone.data.augmentation.Crop;
import dev.touchstone.data.augmentation.Erasing;
import dev.touchstone.data.augmentation.FeatureMasking;
import dev.touchstone.data.augmentation.Flip;
import dev.touchstone.data.augmentation.LabelSmoothing;
import dev.touchstone.data.augmentation.Masking;
import dev.touchstone.data.augmentation.Mixup;
import dev.touchstone.data.augmentation.Noise;
import dev.touchstone.data.augmentation.Rotation;
import dev.touchstone.data.augmentation.RowLayout;
import dev.touchstone.data.augmentation.Scaling;
import dev.touchstone.data.augmentation.Shift;
import dev.touchstone.data.augmentation.TimeShift;
import dev.touchstone.model.Requirement;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The augmentations that a spec can name. A larger setting is always a stronger augmentation, and 0 is none. */
public enum AugmentationKind {
    SHIFT(RowKind.IMAGE),
    CROP(RowKind.IMAGE),
    FLIP(RowKind.IMAGE),
    ROTATION(RowKind.IMAGE),
    ERASING(RowKind.IMAGE),
    NOISE(RowKind.ANY),
    TIME_SHIFT(RowKind.SERIES),
    SCALING(RowKind.SERIES),
    MASKING(RowKind.SERIES),
    FEATURE_MASKING(RowKind.TABLE),
    MIXUP(RowKind.ANY),
    LABEL_SMOOTHING(RowKind.ANY);

    private static final String PIXELS = "pixels";
    private static final String PADDING = "padding";
    private static final String HORIZONTAL = "horizontal";
    private static final String VERTICAL = "vertical";
    private static final String DEGREES = "degrees";
    private static final String SHARE_KEY = "share";
    private static final String DEVIATION = "deviation";
    private static final String STEPS = "steps";
    private static final String ALPHA = "alpha";

    private final RowKind rows;

    AugmentationKind(RowKind rows) {
        this.rows = rows;
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** What each of its settings must be, by key. */
    Map<String, Requirement> settings() {
        return switch (this) {
            case SHIFT -> Map.of(PIXELS, COUNT);
            case CROP -> Map.of(PADDING, COUNT);
            case FLIP -> Map.of(HORIZONTAL, SHARE, VERTICAL, SHARE);
            case ROTATION -> Map.of(DEGREES, NOT_NEGATIVE);
            case ERASING, FEATURE_MASKING, LABEL_SMOOTHING -> Map.of(SHARE_KEY, SHARE);
            case NOISE, SCALING -> Map.of(DEVIATION, NOT_NEGATIVE);
            case TIME_SHIFT, MASKING -> Map.of(STEPS, COUNT);
            case MIXUP -> Map.of(ALPHA, NOT_NEGATIVE);
        };
    }

    /** The augmentation for rows that it suits. */
    Augmentation make(Strengths by, RowLayout layout) {
        return switch (this) {
            case SHIFT -> new Shift(layout.grid(), by.whole(PIXELS), layout.blank());
            case CROP -> new Crop(layout.grid(), by.whole(PADDING));
            case FLIP -> new Flip(layout.grid(), by.number(HORIZONTAL), by.number(VERTICAL));
            case ROTATION -> new Rotation(layout.grid(), by.number(DEGREES), layout.blank());
            case ERASING -> new Erasing(layout.grid(), by.number(SHARE_KEY), layout.blank());
            case NOISE -> new Noise(layout.width(), by.number(DEVIATION));
            case TIME_SHIFT -> new TimeShift(layout.series(), by.whole(STEPS));
            case SCALING -> new Scaling(layout.series(), by.number(DEVIATION));
            case MASKING -> new Masking(layout.series(), by.whole(STEPS), layout.means());
            case FEATURE_MASKING -> new FeatureMasking(by.number(SHARE_KEY), layout.means());
            case MIXUP -> new Mixup(by.number(ALPHA), layout.data().task());
            case LABEL_SMOOTHING ->
                new LabelSmoothing(by.number(SHARE_KEY), layout.data().task().answers());
        };
    }

    /** What is wrong with it for such data, in a sentence; nothing when all is well. */
    Optional<String> misfit(PreparedData data) {
        List<Integer> shape = data.shape();
        if (!rows.hold(shape)) {
            return Optional.of(
                    "augmentation: " + specName() + " is for " + rows.words() + "; the data have shape " + shape);
        }
        return this == LABEL_SMOOTHING && data.task().kind() != Task.Kind.CLASSIFICATION
                ? Optional.of("augmentation: label-smoothing is for classification; the data are for "
                        + SpecName.of(data.task().kind()))
                : Optional.empty();
    }
}

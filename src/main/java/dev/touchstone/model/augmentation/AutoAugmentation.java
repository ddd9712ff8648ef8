package dev.touchstone.model.augmentation;

import dev.touchstone.data.PreparedData;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.model.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The augmentations that {@code regularisation: auto} may add, each with the parameter that says how strong it is. */
public final class AutoAugmentation {
    private static final List<AugmentationStep> STEPS = List.of(
            step(AugmentationKind.SHIFT, "pixels", AutoRegularisation.SHIFT),
            step(AugmentationKind.NOISE, "deviation", AutoRegularisation.NOISE),
            step(AugmentationKind.LABEL_SMOOTHING, "share", AutoRegularisation.LABEL_SMOOTHING));

    private AutoAugmentation() {}

    private static AugmentationStep step(AugmentationKind kind, String key, String parameter) {
        return new AugmentationStep(kind, Map.of(key, new Setting.Added(parameter)));
    }

    /** The spec's steps, then those that suit the data and are of no kind that the spec has. */
    public static AugmentationSpec beside(AugmentationSpec own, PreparedData data) {
        return new AugmentationSpec(
                Stream.concat(own.steps().stream(), added(own, data)).toList());
    }

    /** The names of the parameters that these steps have. */
    public static List<String> parameters(AugmentationSpec own, PreparedData data) {
        return added(own, data)
                .flatMap(step -> step.settings().values().stream())
                .map(setting -> ((Setting.Added) setting).parameter())
                .toList();
    }

    private static Stream<AugmentationStep> added(AugmentationSpec own, PreparedData data) {
        return STEPS.stream()
                .filter(step -> step.kind().misfit(data).isEmpty())
                .filter(step -> own.steps().stream().noneMatch(other -> other.kind() == step.kind()));
    }
}

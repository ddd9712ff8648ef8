package dev.touchstone.model;

import dev.touchstone.space.Assignment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code regularisation} section of a spec.
 *
 * @param settings those that are given, by key
 * @param dropout rate of a layer that is put before the output, where the network has no dropout of its own; null for none
 */
public record RegularisationSpec(
        Map<String, Setting> settings, @Nullable Setting dropout) {
    /** Of a spec without the section. */
    public static final RegularisationSpec NONE = new RegularisationSpec(Map.of());

    /** Of {@code regularisation: auto}: nothing but what a trial's assignment has more than the spec's space. */
    public static final RegularisationSpec AUTO = new RegularisationSpec(
            Map.of(RegularisationKind.MAX_NORM.specName(), new Setting.Added(AutoRegularisation.MAX_NORM)),
            new Setting.Added(AutoRegularisation.DROPOUT));

    /** One that changes no layers. */
    public RegularisationSpec(Map<String, Setting> settings) {
        this(settings, null);
    }

    public RegularisationSpec {
        settings = Map.copyOf(settings);
    }

    /** What a trial is regularised by; weight decay that the space has by name is part of it. */
    Regularisation in(Assignment assignment) {
        double weightDecay = settings.containsKey(RegularisationKind.WEIGHT_DECAY.specName())
                ? value(RegularisationKind.WEIGHT_DECAY, assignment)
                : Hyperparameters.of(assignment).weightDecay();
        return new Regularisation(
                weightDecay,
                value(RegularisationKind.L2, assignment),
                value(RegularisationKind.L1, assignment),
                value(RegularisationKind.MAX_NORM, assignment),
                value(RegularisationKind.DROP_CONNECT, assignment),
                value(RegularisationKind.WEIGHT_NOISE, assignment));
    }

    double value(RegularisationKind kind, Assignment assignment) {
        Setting setting = settings.get(kind.specName());
        return setting == null ? 0 : ((Number) setting.in(assignment)).doubleValue();
    }
}

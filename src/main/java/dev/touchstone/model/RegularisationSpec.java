package dev.touchstone.model;

import dev.touchstone.space.Assignment;
import java.util.Map;

/**
 * The {@code regularisation} section of a spec.
 *
 * @param settings those that are given, by key
 */
public record RegularisationSpec(Map<String, Setting> settings) {
    /** Of a spec without the section. */
    public static final RegularisationSpec NONE = new RegularisationSpec(Map.of());

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

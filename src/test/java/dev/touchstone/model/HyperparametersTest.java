package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.space.Assignment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperparametersTest {
    @Test
    void assignmentThatNamesNone_takesTheDefaults() {
        assertThat(Hyperparameters.of(new Assignment(Map.of("width", 8))))
                .isEqualTo(new Hyperparameters(
                        1e-3,
                        32,
                        0,
                        Optimiser.ADAM,
                        Map.of(
                                OptimiserSetting.BETA1, 0.9,
                                OptimiserSetting.BETA2, 0.999,
                                OptimiserSetting.EPSILON, 1e-8)));
    }

    @Test
    void defaultsByName_areThoseOfAnEmptyAssignment() {
        assertThat(Hyperparameters.DEFAULTS.keySet()).containsExactlyInAnyOrderElementsOf(Hyperparameters.NAMES);
        assertThat(Hyperparameters.of(new Assignment(Hyperparameters.DEFAULTS)))
                .isEqualTo(Hyperparameters.of(new Assignment(Map.of())));
    }

    @Test
    void assignmentThatNamesAll_isReadWhole() {
        Assignment assignment = new Assignment(Map.of(
                "learning-rate",
                0.5,
                "batch-size",
                7,
                "weight-decay",
                0.25,
                "optimiser",
                "nesterovs",
                "momentum",
                0.75));

        assertThat(Hyperparameters.of(assignment))
                .isEqualTo(new Hyperparameters(
                        0.5, 7, 0.25, Optimiser.NESTEROVS, Map.of(OptimiserSetting.MOMENTUM, 0.75)));
    }
}

package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.data.augmentation.Noise;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AugmentedGatesTest {
    private static final Augmentations NOISE = new Augmentations(List.of(new Noise(Subjects.WIDTH, 2)));

    private static Map<String, Object> evidence(Gate gate, Augmentations augmentations) {
        return gate.judge(Subjects.augmented(
                                augmentations,
                                Subjects.dense(16).build(),
                                Subjects.output().build())
                        .askingForInterval())
                .evidence();
    }

    @Test
    void rampOfTheLearningRate_isAugmentedAsTrainingIs() {
        Gate gate = new LearningRateRangeGate();

        assertThat(evidence(gate, NOISE).get("raw-losses"))
                .isNotEqualTo(evidence(gate, Augmentations.NONE).get("raw-losses"));
        assertThat(evidence(gate, NOISE).get("raw-losses"))
                .isEqualTo(evidence(gate, NOISE).get("raw-losses"));
        assertThat(evidence(gate, NOISE).get("start-loss"))
                .isEqualTo(evidence(gate, Augmentations.NONE).get("start-loss"));
    }

    @Test
    void tinyBatch_isLearnedByHeartAsItIs() {
        Gate gate = new OverfitTinyBatchGate();

        assertThat(evidence(gate, NOISE)).isEqualTo(evidence(gate, Augmentations.NONE));
    }
}

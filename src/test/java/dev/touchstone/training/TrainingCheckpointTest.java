package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.metric.Predictions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingCheckpointTest {
    private static final TrainingCheckpoint CHECKPOINT = new TrainingCheckpoint(
            3,
            20,
            List.of(0.5, -0.0, Double.MIN_VALUE),
            Double.MIN_VALUE,
            List.of(0.5, Double.NaN, 0.75),
            new BestSoFar(2, 0.75),
            new Plateau.Progress(0.625, 1, 2),
            new LearnerState(new float[] {1.5f, -0f}, new float[] {3, 4, Float.MIN_VALUE}, 20),
            new LearnerState(new float[] {2.5f, 1}, new float[] {5, 6, 7}, 12),
            new Predictions(2, new float[] {0.25f, 0.75f, 1, 0}),
            12.5);

    @Test
    void bytes_giveTheCheckpointBack() {
        TrainingCheckpoint back = TrainingCheckpoint.fromBytes(CHECKPOINT.toBytes());

        assertThat(back)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(CHECKPOINT);
        assertThat(back.toBytes()).isEqualTo(CHECKPOINT.toBytes());
    }

    @Test
    void bytesWithAnyBitFlipped_areRefused() {
        for (int bit = 0; bit < CHECKPOINT.toBytes().length * Byte.SIZE; bit++) {
            byte[] damaged = CHECKPOINT.toBytes();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThatThrownBy(() -> TrainingCheckpoint.fromBytes(damaged))
                    .as("bit " + bit)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bytesThatWereCutOrLengthened_areRefused() {
        byte[] whole = CHECKPOINT.toBytes();
        for (int length = 0; length <= whole.length + Long.BYTES; length++) {
            if (length != whole.length) {
                byte[] other = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> TrainingCheckpoint.fromBytes(other))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}

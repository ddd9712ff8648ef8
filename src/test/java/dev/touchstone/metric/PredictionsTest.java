package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionsTest {
    @Test
    void bytes_becomeTheSamePredictions() {
        Targets labels = SeededPredictions.targets(Metric.ACCURACY, 7, 3, new Seed(1));
        Predictions predictions = SeededPredictions.of(labels, 3, 0.5, new Seed(1));

        Predictions read = Predictions.fromBytes(predictions.toBytes());

        assertThat(read.answers()).isEqualTo(3);
        assertThat(read.numbers()).isEqualTo(predictions.numbers());
    }

    static byte[][] otherBytes() {
        return new byte[][] {{}, {1, 2}, {0, 0, 0, 0}, {2, 0, 0, 0, 1, 2, 3, 4}, {0, 0, 0, 0x40, 1}, {-1, -1, -1, -1}};
    }

    @ParameterizedTest
    @MethodSource("otherBytes")
    void bytesOfSomethingElse_areRefused(byte[] content) {
        assertThatThrownBy(() -> Predictions.fromBytes(content)).isInstanceOf(IllegalArgumentException.class);
    }
}

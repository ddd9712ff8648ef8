package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataFingerprintTest {
    private static final Dataset DATASET = dataset(List.of("a", "b"), List.of("x", "y"), List.of(2), 1, 2, 3, 4);

    @Test
    void equalContent_hasEqualFingerprint() {
        Dataset copy = dataset(List.of("a", "b"), List.of("x", "y"), List.of(2), 1, 2, 3, 4);
        assertThat(DataFingerprint.of(copy))
                .isEqualTo(DataFingerprint.of(DATASET))
                .matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource
    void anyDifference_changesTheFingerprint(Dataset other) {
        assertThat(DataFingerprint.of(other)).isNotEqualTo(DataFingerprint.of(DATASET));
    }

    static Stream<Dataset> anyDifference_changesTheFingerprint() {
        return Stream.of(
                dataset(List.of("a", "c"), List.of("x", "y"), List.of(2), 1, 2, 3, 4),
                dataset(List.of("ab", ""), List.of("x", "y"), List.of(2), 1, 2, 3, 4),
                dataset(List.of("a", "b"), List.of("x", "z"), List.of(2), 1, 2, 3, 4),
                dataset(List.of("a", "b"), List.of("x", "y"), List.of(1, 2), 1, 2, 3, 4),
                dataset(List.of("a", "b"), List.of("x", "y"), List.of(2), 1, 2, 3, Math.nextUp(4f)),
                dataset(List.of("a", "b"), List.of("x", "y"), List.of(2), 1, 3, 2, 4),
                new Dataset(
                        List.of("a", "b"),
                        List.of("x", "y"),
                        List.of(2),
                        new Rows(2, new float[] {1, 2, 3, 4}, new int[] {1, 0})));
    }

    @Test
    void rowsBeyondOneBuffer_count() {
        float[] many = new float[10_000];
        String before = DataFingerprint.of(dataset(List.of("a"), List.of("x", "y"), List.of(1), many));
        many[9_999] = 1;
        assertThat(DataFingerprint.of(dataset(List.of("a"), List.of("x", "y"), List.of(1), many)))
                .isNotEqualTo(before);
    }

    private static Dataset dataset(List<String> names, List<String> classes, List<Integer> shape, float... features) {
        int count = features.length / names.size();
        int[] labels = new int[count];
        labels[count - 1] = 1;
        return new Dataset(names, classes, shape, new Rows(names.size(), features, labels));
    }
}

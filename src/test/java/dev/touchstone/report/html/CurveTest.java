package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {
    @Test
    void shortCurve_isKeptWhole() {
        Curve curve = Curve.of(List.of(1, 2, 3), List.of(0.5, 0.25, 0.125));
        assertThat(curve.x()).containsExactly(1.0, 2.0, 3.0);
        assertThat(curve.y()).containsExactly(0.5, 0.25, 0.125);
    }

    @ParameterizedTest
    @ValueSource(ints = {Curve.MAX_POINTS + 1, 1_000, 99_999})
    void longCurve_keepsItsEndsAndItsSpikesInFewPoints(int length) {
        SplittableRandom random = new SplittableRandom(length);
        List<Double> losses =
                new ArrayList<>(random.doubles(length, 1, 2).boxed().toList());
        losses.set(length / 3, 50.0);
        losses.set(length / 2, -50.0);

        Curve curve = Curve.of(IntStream.range(0, length).boxed().toList(), losses);

        assertThat(curve.x()).hasSizeLessThanOrEqualTo(Curve.MAX_POINTS).isSorted();
        assertThat(curve.x().get(0)).isZero();
        assertThat(curve.x().get(curve.x().size() - 1)).isEqualTo(Curve.written(length - 1));
        assertThat(curve.y()).hasSameSizeAs(curve.x()).contains(50.0, -50.0);
    }

    @Test
    void numbersThatAreNotFinite_areGaps() {
        Curve curve = Curve.ofSteps(List.of(Double.NaN, 1.0, Double.POSITIVE_INFINITY));
        assertThat(curve.y()).containsExactly(null, 1.0, null);
        assertThat(curve.isEmpty()).isFalse();
        assertThat(Curve.ofSteps(List.of(Double.NaN)).isEmpty()).isTrue();
    }

    @Test
    void listsOfDifferentLength_areCutToTheShorter() {
        assertThat(Curve.of(List.of(1, 2, 3), List.of(0.5)).x()).containsExactly(1.0);
    }
}

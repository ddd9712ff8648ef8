package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TinyTrainingTest {
    /** A network of convolutions on clothes, which was rejected for its last look. */
    @Test
    void aSingleWorseLook_endsNoTrainingThatLearns() {
        List<Double> losses = List.of(
                2.31, 2.241, 2.296, 1.909, 2.302, 2.272, 2.187, 2.057, 1.85, 1.617, 1.571, 1.445, 1.879, 1.16, 1.092,
                2.108);

        assertThat(TinyTraining.isHopeless(losses, 1)).isFalse();
    }

    @Test
    void aLeapThatIsBeingMadeUpFor_endsNoTraining() {
        List<Double> losses = List.of(2.31, 1.616, 1.249, 1.087, 0.965, 0.621, 4.522, 1.691, 1.305, 0.998, 0.635);

        assertThat(TinyTraining.isHopeless(losses, 1)).isFalse();
    }

    @Test
    void aLossThatImprovesNoMore_isHopelessAfterFiveLooks() {
        assertThat(TinyTraining.isHopeless(List.of(2.3, 2.0, 1.99, 2.1, 1.98, 2.2), 1))
                .isFalse();
        assertThat(TinyTraining.isHopeless(List.of(2.3, 2.0, 1.99, 2.1, 1.98, 2.2, 1.97), 1))
                .isTrue();
    }

    @Test
    void aSecondPart_hasLooksOfItsOwn() {
        List<Double> losses = List.of(2.3, 2.0, 1.99, 2.1, 1.98, 2.2, 1.97, 1.96);

        assertThat(TinyTraining.isHopeless(losses, 7)).isFalse();
    }

    @Test
    void aLossThatIsLost_isHopelessAtOnce() {
        assertThat(TinyTraining.isHopeless(List.of(2.3, 9.3), 1)).isTrue();
        assertThat(TinyTraining.isHopeless(List.of(2.3, Double.NaN), 1)).isTrue();
    }
}

package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowFingerprintsTest {
    private static final Rows ROWS = new Rows(2, new float[] {1, 2, 1, 3, 1, 2}, new int[] {0, 1, 1});

    @Test
    void equalFeatures_haveEqualFingerprintsWhateverTheirLabels() {
        RowFingerprints fingerprints = new RowFingerprints();

        assertThat(fingerprints.of(ROWS, 0)).isEqualTo(fingerprints.of(ROWS, 2)).isNotEqualTo(fingerprints.of(ROWS, 1));
    }

    @Test
    void fingerprints_cannotBeMadeAgainWithoutTheirSalt() {
        assertThat(new RowFingerprints().of(ROWS, 0)).isNotEqualTo(new RowFingerprints().of(ROWS, 0));
    }
}

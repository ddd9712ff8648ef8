package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Sha256;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ledgers and sealed files name data and splits by these digests, so a new version must come to the same ones. */
class StableSplitsTest {
    @ParameterizedTest
    @CsvSource({
        "digits, c57f3186f57330ec, 7f8d4289c6cb3db5, d7c986f6ea663344",
        "breast-cancer, 53b21aa5aa0120cd, d26e1035a06115ab, 06d4bdf3b24175e8"
    })
    void fingerprintSplitAndRows_areThoseOfTheFirstVersion(String name, String fingerprint, String id, String rows) {
        Source source = name.equals("digits") ? RealData.digits() : RealData.breastCancer();
        List<Integer> shape = name.equals("digits") ? List.of(1, 8, 8) : List.of();
        SplitSpec split = new SplitSpec(0.7, 0.15, 0.15, true, 7);

        DataPreparation.Prepared prepared =
                DataPreparation.prepare(new DataSpec(source, shape, split, Normalisation.STANDARDISE));

        assertThat(prepared.data().fingerprint()).startsWith(fingerprint);
        assertThat(prepared.test().orElseThrow().id()).isEqualTo(id);
        assertThat(Sha256.of(RowsFormat.write(prepared.data().validation()))).startsWith(rows);
    }
}

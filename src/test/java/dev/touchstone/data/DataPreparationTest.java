package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.data.DataPreparation.Prepared;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataPreparationTest {
    private static final SplitSpec SPLIT = new SplitSpec(0.7, 0.15, 0.15, true, 7);

    @TempDir
    private Path folder;

    static Stream<Source> sources() {
        return Stream.of(RealData.digits(), RealData.breastCancer(), RealData.fashion());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void realData_isPreparedWhole(Source source) {
        Prepared prepared = prepare(source, SPLIT, Normalisation.STANDARDISE);
        PreparedData data = prepared.data();
        Dataset dataset =
                new SourceReader().read(new DataSpec(source, List.of(), SplitSpec.DEFAULT, Normalisation.NONE));

        assertThat(data.train().count() + data.validation().count() + data.testRows())
                .isEqualTo(dataset.rows().count());
        assertThat(data.fingerprint()).isEqualTo(DataFingerprint.of(dataset));
        assertThat(data.testRows()).isEqualTo(prepared.test().orElseThrow().count());
        assertThat(data.train().numbers()).doesNotContain(Float.NaN);
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARDISE", "MIN_MAX"})
    void normaliser_neverSeesValidationOrTest(Normalisation kind) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("search-spaces/data/breast-cancer.csv")));
        Dataset original = RealData.read(RealData.breastCancer());
        Split split = new Splitter(SPLIT).split(original);
        IntStream.concat(IntStream.of(split.validation()), IntStream.of(split.test()))
                .forEach(row -> lines.set(row + 1, "1e6,".repeat(30) + label(lines.get(row + 1))));
        Source changed = new Source.Csv(Files.write(folder.resolve("changed.csv"), lines), "diagnosis");

        PreparedData before = prepare(RealData.breastCancer(), SPLIT, kind).data();
        PreparedData after = prepare(changed, SPLIT, kind).data();

        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
        assertThat(after.normaliser()).usingRecursiveComparison().isEqualTo(before.normaliser());
        assertThat(after.train()).usingRecursiveComparison().isEqualTo(before.train());
    }

    @Test
    void sameSpec_preparesTheSameBytes() {
        assertThat(Written.of(
                        prepare(RealData.digits(), SPLIT, Normalisation.MIN_MAX).data()))
                .isEqualTo(Written.of(
                        prepare(RealData.digits(), SPLIT, Normalisation.MIN_MAX).data()));
    }

    @Test
    void splitId_dependsOnDataAndSplitOnly() {
        String id = id(SPLIT, Normalisation.NONE);
        assertThat(id).matches("[0-9a-f]{16}").isEqualTo(id(SPLIT, Normalisation.STANDARDISE));
        assertThat(id(new SplitSpec(0.7, 0.15, 0.15, true, 8), Normalisation.NONE))
                .isNotEqualTo(id);
        assertThat(id(new SplitSpec(0.7, 0.2, 0.1, true, 7), Normalisation.NONE))
                .isNotEqualTo(id);
        assertThat(id(new SplitSpec(0.7, 0.15, 0.15, false, 7), Normalisation.NONE))
                .isNotEqualTo(id);
    }

    @Test
    void testShareOfZero_leavesNothingToSeal() {
        Prepared prepared = prepare(RealData.digits(), new SplitSpec(0.8, 0.2, 0, true, 7), Normalisation.NONE);
        assertThat(prepared.test()).isEmpty();
        assertThat(prepared.data().testRows()).isZero();
    }

    @Test
    void testSplit_printsNoRow() {
        TestSplit test = prepare(RealData.breastCancer(), SPLIT, Normalisation.NONE)
                .test()
                .orElseThrow();
        assertThat(test).hasToString("test split of 85 rows");
        assertThat(Arrays.stream(TestSplit.class.getMethods()).<Class<?>>map(Method::getReturnType))
                .doesNotContain(Rows.class, float[].class);
    }

    private static String id(SplitSpec split, Normalisation normalise) {
        return prepare(RealData.breastCancer(), split, normalise)
                .test()
                .orElseThrow()
                .id();
    }

    private static Prepared prepare(Source source, SplitSpec split, Normalisation normalise) {
        return DataPreparation.prepare(new DataSpec(source, List.of(), split, normalise));
    }

    private static String label(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }

    @Test
    void moreThanCanBeMapped_isRefusedWithItsSize() {
        assertThatThrownBy(() -> DataPreparation.refuseTooLarge(1_000_000, 784))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "data: found 1000000 rows of train and validation with 784 features, 2994 MB in all; expected"
                                + " at most 1983 MB; take fewer rows, or fewer or smaller features");
        assertThatCode(() -> DataPreparation.refuseTooLarge(600_000, 784)).doesNotThrowAnyException();
    }
}

package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.data.Targets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFromFeatureTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void skill_isAllOfACopyNothingOfAnythingElseAndTheLessTheNoisier(long seed) {
        RealTable table = RealTable.diamonds();
        SplittableRandom random = new SplittableRandom(seed);
        table.addColumn("other", row -> random.nextDouble());
        table.addColumn("drawn from few", row -> random.nextInt(4));
        table.addColumn("copy", row -> -3 * table.number(row, "price"));
        table.addColumn("noisy", row -> table.number(row, "price") * random.nextDouble(0.5, 1.5));

        assertThat(skill(table, "copy")).isGreaterThan(0.99);
        assertThat(skill(table, "noisy")).isBetween(0.4, 0.9);
        assertThat(skill(table, "other")).isNegative();
        assertThat(skill(table, "drawn from few")).isCloseTo(0, within(0.01));
    }

    private static double skill(RealTable table, String feature) {
        CheckedData data = new CheckedData(table.prepare(), RealTable.SEED);
        assertThat(data.rows().targets()).isInstanceOf(Targets.Values.class);
        return new NumberFromFeature(data, data.prepared().featureNames().indexOf(feature)).skill();
    }
}

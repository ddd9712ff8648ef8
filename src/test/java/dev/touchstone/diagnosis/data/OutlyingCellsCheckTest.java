package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Severity;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutlyingCellsCheckTest {
    private static void spoil(RealTable table, int features, double factor) {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < table.rows.size(); row++) {
            for (int feature = 0; feature < features; feature++) {
                if (random.nextDouble() < 0.02) {
                    table.set(
                            row,
                            feature,
                            factor * (1 + Double.parseDouble(table.rows.get(row).get(feature))));
                }
            }
        }
    }

    private static boolean warns(RealTable table) {
        return table.check().stream()
                .anyMatch(finding -> finding.code().equals("wild-scales") && finding.severity() == Severity.WARNING);
    }

    @Test
    void cellsFarOutInMostFeatures_areAWarningThoughFeaturesAreNormalised() {
        RealTable table = RealTable.breastCancer();
        spoil(table, table.labelColumn(), 1000);

        assertThat(warns(table)).isTrue();
    }

    @Test
    void cellsFarOutInAFewFeatures_orNotSoFar_areNone() {
        RealTable few = RealTable.breastCancer();
        spoil(few, 5, 1000);
        RealTable near = RealTable.breastCancer();
        spoil(near, near.labelColumn(), 2);

        assertThat(warns(few)).isFalse();
        assertThat(warns(near)).isFalse();
    }
}

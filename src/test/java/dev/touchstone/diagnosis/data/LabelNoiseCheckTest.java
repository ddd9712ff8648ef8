package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelNoiseCheckTest {
    private static final double FLIPPED = 0.05;
    private static final int CLASSES = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void labelsFlippedAtRandom_areNamedAndCleanOnesAreNot(long seed) {
        RealTable table = RealTable.digits();
        Set<Integer> flipped = flip(table, seed);
        Prepared prepared = table.prepare();
        Set<Integer> seen = new HashSet<>();
        IntStream.concat(
                        IntStream.of(prepared.origin().train()),
                        IntStream.of(prepared.origin().validation()))
                .forEach(row -> seen.add(row + 1));
        flipped.retainAll(seen);

        Finding finding = RealTable.found(DataChecks.run(prepared, new Seed(seed)), "label-noise");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        List<?> named = (List<?>) finding.evidence().get("rows");

        long right = named.stream().filter(flipped::contains).count();
        assertThat((double) right / flipped.size()).isGreaterThanOrEqualTo(0.8);
        assertThat((double) (named.size() - right) / (seen.size() - flipped.size()))
                .isLessThanOrEqualTo(0.02);
        assertThat((double) finding.evidence().get("noise-rate")).isBetween(0.03, 0.07);
    }

    /** The rows that have another label now, from 1. */
    private static Set<Integer> flip(RealTable table, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new Seed(seed).permutation(table.rows.size());
        Set<Integer> flipped = new HashSet<>();
        for (int i = 0; i < FLIPPED * order.length; i++) {
            int label = Integer.parseInt(table.label(order[i]));
            table.set(order[i], table.labelColumn(), (label + 1 + random.nextInt(CLASSES - 1)) % CLASSES);
            flipped.add(order[i] + 1);
        }
        return flipped;
    }
}

package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredShareTest {
    /** Eight of sixteen are even, whatever the clusters. */
    private static final List<Integer> NUMBERS = IntStream.range(0, 16).boxed().toList();

    private static ClusteredShare even(int clusterSize) {
        return ClusteredShare.of(NUMBERS, number -> "c" + number / clusterSize, number -> number % 2 == 0);
    }

    @Test
    void clustersThatAreAsMixedAsTheWhole_areWorthAllTheirMembers() {
        ClusteredShare share = even(4);

        assertThat(share.worth()).isEqualTo(16);
        assertThat(share.low()).as("Wilson's of 8 of 16").isCloseTo(0.28, within(0.001));
        assertThat(share.high()).isCloseTo(0.72, within(0.001));
    }

    @Test
    void clustersWhoseMembersAreAllAlike_areWorthFewerAndWidenTheInterval() {
        ClusteredShare alike = ClusteredShare.of(NUMBERS, number -> "c" + number / 4, number -> number < 8);

        assertThat(alike.worth())
                .as("one cluster is worth less than one, three are known")
                .isBetween(2.5, 4.0);
        assertThat(alike.low()).isLessThan(even(4).low());
        assertThat(alike.high()).isGreaterThan(even(4).high());
    }

    @Test
    void all_leaveRoomBelow() {
        ClusteredShare all = ClusteredShare.of(NUMBERS, number -> "c" + number / 4, number -> true);

        assertThat(all.share()).isEqualTo(1);
        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isCloseTo(0.806, within(0.001));
    }

    @Test
    void nothing_isToldAsNone() {
        assertThat(ClusteredShare.of(List.<String>of(), each -> each, each -> true))
                .hasToString("none");
    }
}

package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    @ParameterizedTest
    @ValueSource(strings = {"tuning", "counting"})
    void firstRound_meetsEveryKindOnce(String half) {
        List<Sample.Item> items =
                Sample.of(Wanted.of(half, "rounds=1", "healthy=0")).items();

        assertThat(items).hasSameSizeAs(Faults.ALL);
        assertThat(items.stream().map(item -> item.seeded().kind()).collect(Collectors.toSet()))
                .hasSameSizeAs(Faults.ALL);
    }

    @Test
    void sample_isTheSameEachTimeAndGrowsByRounds() {
        List<Sample.Item> longer = Sample.of(Wanted.of("rounds=3")).items();

        assertThat(Sample.of(Wanted.of("rounds=3")).items()).isEqualTo(longer);
        List<Sample.Item> faults =
                longer.stream().filter(item -> !item.isHealthy()).toList();
        assertThat(faults)
                .startsWith(
                        Sample.of(Wanted.of("rounds=1", "healthy=0")).items().toArray(Sample.Item[]::new));
        assertThat(faults).doesNotHaveDuplicates();
    }

    @Test
    void halfThatCounts_hasThreeHundredHealthyRuns() {
        List<Sample.Item> healthy = Sample.of(Wanted.of()).items().stream()
                .filter(Sample.Item::isHealthy)
                .toList();

        assertThat(healthy).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(healthy).noneMatch(item -> item.seeded().program().settles());
    }

    @Test
    void faults_areSeededIntoTheProgramsThatSuitThem() {
        assertThat(Sample.of(Wanted.of("rounds=30", "healthy=0")).items())
                .allMatch(item -> Objects.requireNonNull(item.seeded().kind())
                        .suits()
                        .test(item.seeded().program()));
    }

    @Test
    void wordThatMeansNothing_isRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> Wanted.of("half"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("half: expected tuning, counting, kept, again");
    }
}

package dev.touchstone.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTest {
    static Stream<Domain> domains() {
        return Stream.of(
                new Domain.Real(-1, 3, false),
                new Domain.Real(1e-5, 1, true),
                new Domain.Whole(-3, 4, false),
                new Domain.Whole(1, 1000, true),
                new Domain.Choice(List.of("a", "b", "c")),
                new Domain.Choice(List.of(0.1, 0.5)),
                new Domain.Fixed(7));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void whatItsSpaceDraws_isInTheDomain(Domain domain) {
        SearchSpace space = new SearchSpace(List.of(new Parameter("x", domain.space(), null)));
        SplittableRandom random = new SplittableRandom(3);

        for (int i = 0; i < 200; i++) {
            double[] point = random.doubles(space.numParameters()).toArray();
            assertThat(domain.contains(space.getValue(point).value("x"))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("domains")
    void itsExtremes_areInTheDomainAndSurviveBeingWritten(Domain domain) {
        assertThat(domain.extremes()).isNotEmpty().allSatisfy(value -> {
            assertThat(domain.contains(value)).isTrue();
            assertThat(domain.parse(value.toString())).contains(value);
        });
    }

    @Test
    void writtenValue_takesTheKindOfTheDomain() {
        assertThat(new Domain.Real(0, 1, false).parse("1")).contains(1.0);
        assertThat(new Domain.Whole(1, 2, false).parse("9")).contains(9);
        assertThat(new Domain.Whole(1, 2, false).parse("1.5")).contains(1.5);
        assertThat(new Domain.Whole(1, 2, false).parse("99999999999")).contains(99999999999.0);
        assertThat(new Domain.Choice(List.of("1", "x")).parse("1")).contains("1");
        assertThat(new Domain.Fixed(true).parse("false")).contains(false);
    }

    @Test
    void valueOfAnotherKind_isNone() {
        assertThat(new Domain.Real(0, 1, false).parse("fast")).isEqualTo(Optional.empty());
        assertThat(new Domain.Whole(1, 2, false).parse("")).isEqualTo(Optional.empty());
        assertThat(new Domain.Fixed(true).parse("1")).isEqualTo(Optional.empty());
        assertThat(new Domain.Real(0, 1, false).contains(1.5)).isFalse();
        assertThat(new Domain.Whole(1, 3, false).contains(2.0)).isFalse();
    }
}

package dev.touchstone.data;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.spec.SpecName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The time from one observation of a series to the next where none is missing: the commonest difference, the shorter of
 * two. Where the next one is nearer to twice or to no step at all than to one, there is a gap; months of 28 to 31 days
 * are one step each.
 *
 * @param length seconds, where times are dates; else in the unit of the times
 */
record RegularStep(double length, boolean dated) {
    /** Differences that are alike to so many digits are one; what is beyond may be the rounding of the times. */
    private static final MathContext ALIKE = new MathContext(6);

    private enum Unit {
        DAY(24 * 60 * 60),
        HOUR(60 * 60),
        MINUTE(60),
        SECOND(1);

        private final int seconds;

        Unit(int seconds) {
            this.seconds = seconds;
        }
    }

    /** @param series at least two, ascending, each of another moment */
    static RegularStep of(List<Observation> series) {
        Comparator<Map.Entry<BigDecimal, Long>> byCount = Map.Entry.comparingByValue();
        BigDecimal commonest = IntStream.range(1, series.size())
                .mapToObj(i -> BigDecimal.valueOf(difference(series, i)).round(ALIKE))
                .collect(groupingBy(difference -> difference.stripTrailingZeros(), counting()))
                .entrySet()
                .stream()
                .max(byCount.thenComparing(
                        Map.Entry.<BigDecimal, Long>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        return new RegularStep(commonest.doubleValue(), series.get(0).moment().dated());
    }

    /** How many steps after the one before it an observation comes; 1 where nothing is missing in between. */
    long steps(List<Observation> series, int index) {
        return Math.round(difference(series, index) / length);
    }

    private static double difference(List<Observation> series, int index) {
        return series.get(index).moment().value()
                - series.get(index - 1).moment().value();
    }

    /** The length in words, such as {@code 7 days}. */
    String words() {
        if (!dated) {
            return ShortNumber.of(length);
        }
        Unit unit = Stream.of(Unit.values())
                .filter(candidate -> length % candidate.seconds == 0)
                .findFirst()
                .orElse(Unit.SECOND);
        return ShortNumber.of(length / unit.seconds) + " " + SpecName.of(unit) + (length == unit.seconds ? "" : "s");
    }
}

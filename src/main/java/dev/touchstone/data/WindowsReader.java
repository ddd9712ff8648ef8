package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes rows of a series: each so many values in a row, and as its target the value that comes so many steps after the
 * last of them. From the first value to the target nothing is missing: windows that would touch a gap are left out.
 *
 * <p>Rows ascend in time, and what decides their split is the time of their target.
 */
final class WindowsReader {
    private final Source.Windows source;
    private final List<Observation> series;
    private final RegularStep step;
    private final List<Integer> starts = new ArrayList<>();
    private long missing;
    private int gaps;
    private int longest;

    private WindowsReader(Source.Windows source) {
        this.source = source;
        series = SeriesReader.read(source);
        step = RegularStep.of(series);
    }

    static Dataset read(Source.Windows source) {
        return new WindowsReader(source).read();
    }

    private Dataset read() {
        findStarts();
        if (starts.isEmpty()) {
            throw new UserError(source.file() + ": no window has all of its " + source.length()
                    + " values and the one " + source.horizon() + " steps later: found at most " + longest
                    + " values a step of " + step.words() + " apart, expected " + span());
        }
        int length = source.length();
        DataPreparation.refuseTooLarge(starts.size(), length);
        float[] features = new float[starts.size() * length];
        float[] targets = new float[starts.size()];
        List<String> times = new ArrayList<>();
        for (int row = 0; row < targets.length; row++) {
            int start = starts.get(row);
            for (int i = 0; i < length; i++) {
                features[row * length + i] = series.get(start + i).value();
            }
            Observation target = series.get(start + span() - 1);
            targets[row] = target.value();
            times.add(target.time());
        }
        return new Dataset(
                Column.numbers(names()),
                List.of(),
                List.of(1, length),
                new Rows(length, features, new Targets.Values(targets)),
                times,
                0,
                List.of(),
                List.of(),
                new Dataset.Series(new Task.Forecast(source.value().name(), source.horizon()), List.of(note())));
    }

    /** How many values there are from a window's first to its target. */
    private int span() {
        return Math.addExact(source.length(), source.horizon());
    }

    private void findStarts() {
        int from = 0;
        for (int i = 1; i < series.size(); i++) {
            long steps = step.steps(series, i);
            if (steps != 1) {
                missing += Math.max(0, steps - 1);
                gaps++;
                addStretch(from, i);
                from = i;
            }
        }
        addStretch(from, series.size());
    }

    /** Values from an index up to another, without that one, of which each comes a step after the one before it. */
    private void addStretch(int from, int to) {
        longest = Math.max(longest, to - from);
        IntStream.rangeClosed(from, to - span()).forEach(starts::add);
    }

    private List<String> names() {
        String name = source.value().name();
        return IntStream.range(0, source.length())
                .map(i -> source.length() - 1 - i)
                .mapToObj(before -> before == 0 ? name + "[t]" : name + "[t-" + before + "]")
                .toList();
    }

    private String note() {
        String steps = "a step is " + step.words() + " of " + source.time().name();
        long leftOut = series.size() + missing - span() + 1 - starts.size();
        return gaps == 0
                ? steps
                : steps + "; " + missing + " values are missing in " + gaps + " gaps, and " + leftOut
                        + " windows that would touch one are left out";
    }
}

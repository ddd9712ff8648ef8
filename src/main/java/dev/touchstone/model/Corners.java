package dev.touchstone.model;

import dev.touchstone.space.Assignment;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The corners of a search space, as far as a model refers to it. What is true there of sizes and shapes, which grow or
 * shrink with each parameter, is true in between.
 *
 * @param extremes values of each parameter that the model refers to
 * @param batchSizes that trials can have; none when the space leaves them to the default
 * @param batchPlace where they are, for messages
 */
record Corners(Map<String, List<Object>> extremes, List<Integer> batchSizes, String batchPlace) {
    /** Of a network that is fixed. */
    static final Corners NONE = new Corners(Map.of(), List.of(), "");

    /** All corners are looked at when there are no more; that takes a fraction of a second. */
    private static final int MOST = 4096;

    Corners {
        extremes = Collections.unmodifiableMap(new LinkedHashMap<>(extremes));
        batchSizes = List.copyOf(batchSizes);
    }

    /** All corners; of a space that has too many, some drawn evenly, the same each time. */
    Stream<Assignment> assignments() {
        double count = extremes.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (count <= MOST) {
            return IntStream.range(0, (int) count).mapToObj(this::corner);
        }
        SplittableRandom random = new SplittableRandom(1);
        return Stream.concat(
                IntStream.of(0, -1).mapToObj(this::edge),
                Stream.generate(() -> drawn(random)).limit(MOST));
    }

    private Assignment corner(int number) {
        Map<String, Object> values = new HashMap<>();
        int left = number;
        for (Map.Entry<String, List<Object>> parameter : extremes.entrySet()) {
            List<Object> choices = parameter.getValue();
            values.put(parameter.getKey(), choices.get(left % choices.size()));
            left /= choices.size();
        }
        return new Assignment(values);
    }

    /** @param end 0 for all first values, -1 for all last ones */
    private Assignment edge(int end) {
        Map<String, Object> values = new HashMap<>();
        extremes.forEach((name, choices) -> values.put(name, choices.get(Math.floorMod(end, choices.size()))));
        return new Assignment(values);
    }

    private Assignment drawn(SplittableRandom random) {
        Map<String, Object> values = new HashMap<>();
        extremes.forEach((name, choices) -> values.put(name, choices.get(random.nextInt(choices.size()))));
        return new Assignment(values);
    }

    /** Whether batches can be larger than the train split, which would make each epoch one step. */
    Optional<String> batchMisfit(int trainRows) {
        return batchSizes.stream()
                .filter(size -> size > trainRows)
                .max(Integer::compare)
                .map(size -> batchPlace + ": a batch of " + size + " rows is larger than the train split, which has "
                        + trainRows + "; use at most so many");
    }

    /** The values of a corner after a message; nothing when there are none. */
    String words(Assignment corner) {
        return corner.values().isEmpty()
                ? ""
                : new TreeMap<>(corner.values())
                        .entrySet().stream()
                                .map(value -> value.getKey() + " " + value.getValue())
                                .collect(Collectors.joining(", ", " (with ", ")"));
    }
}

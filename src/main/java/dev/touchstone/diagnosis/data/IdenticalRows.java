package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Rows;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows with the same features, whatever their labels. */
final class IdenticalRows {
    private IdenticalRows() {}

    /** A row's features with a hash of all their bits: the buffer's own sees whole numbers only. */
    private record Content(FloatBuffer features, int hash) {
        static Content of(Rows rows, int row) {
            FloatBuffer features = rows.features().slice(row * rows.width(), rows.width());
            int hash = 1;
            for (int i = 0; i < features.limit(); i++) {
                hash = 31 * hash + Float.hashCode(features.get(i) + 0f); // -0 equals 0
            }
            return new Content(features, hash);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && hash == content.hash && features.equals(content.features);
        }
    }

    /** Each set of two or more rows that are the same; rows ascending. */
    static List<List<Integer>> in(Rows rows) {
        Map<Content, List<Integer>> byContent = new LinkedHashMap<>();
        for (int row = 0; row < rows.count(); row++) {
            byContent
                    .computeIfAbsent(Content.of(rows, row), unseen -> new ArrayList<>())
                    .add(row);
        }
        return byContent.values().stream().filter(same -> same.size() > 1).toList();
    }

    /**
     * Of each row of such sets the others of its set; rows without any are left out.
     *
     * @param which of the others
     */
    static Map<Integer, int[]> copies(List<List<Integer>> sets, IntPredicate which) {
        Map<Integer, int[]> copies = new HashMap<>();
        for (List<Integer> same : sets) {
            for (int row : same) {
                int[] others = same.stream()
                        .mapToInt(other -> other)
                        .filter(other -> other != row && which.test(other))
                        .toArray();
                if (others.length > 0) {
                    copies.put(row, others);
                }
            }
        }
        return copies;
    }

    /** How many of the asked rows some rows have, too. */
    static long thatAreIn(Rows rows, Rows asked) {
        Set<Content> contents = new HashSet<>();
        for (int row = 0; row < rows.count(); row++) {
            contents.add(Content.of(rows, row));
        }
        return IntStream.range(0, asked.count())
                .filter(row -> contents.contains(Content.of(asked, row)))
                .count();
    }
}

package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Rows;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows with the same features, whatever their labels. */
final class IdenticalRows {
    private IdenticalRows() {}

    /** Each set of two or more rows that are the same; rows ascending. */
    static List<List<Integer>> in(Rows rows) {
        Map<FloatBuffer, List<Integer>> byContent = new LinkedHashMap<>();
        for (int row = 0; row < rows.count(); row++) {
            FloatBuffer content = rows.features().slice(row * rows.width(), rows.width());
            byContent.computeIfAbsent(content, unseen -> new ArrayList<>()).add(row);
        }
        return byContent.values().stream().filter(same -> same.size() > 1).toList();
    }
}

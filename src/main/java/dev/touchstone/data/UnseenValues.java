package dev.touchstone.data;

import dev.touchstone.base.Listed;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What validation rows hold that train never has, so that an encoding makes zeros of it. */
record UnseenValues(List<ColumnEncoder> encoders) {
    private static final int MOST_NAMED = 5;

    /** One line a column. */
    List<String> in(Rows validation) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (ColumnEncoder encoder : encoders) {
            TreeSet<String> values = new TreeSet<>();
            int rows = 0;
            for (int row = 0; row < validation.count(); row++) {
                List<String> unseen = unseen(encoder, validation.features(), row * validation.width() + from);
                rows += unseen.isEmpty() ? 0 : 1;
                values.addAll(unseen);
            }
            if (rows > 0) {
                lines.add("column '" + encoder.column().name() + "': validation rows with what train never has, which"
                        + " becomes zeros: " + rows + " (" + Listed.of(values, MOST_NAMED) + ")");
            }
            from += encoder.column().width();
        }
        return lines;
    }

    private static List<String> unseen(ColumnEncoder encoder, FloatBuffer features, int from) {
        List<String> values = new ArrayList<>();
        for (int at = from; at < from + encoder.column().width(); at++) {
            if (encoder.isUnseen(features.get(at))) {
                values.add(encoder.column().values().get((int) features.get(at)));
            }
        }
        return values;
    }
}

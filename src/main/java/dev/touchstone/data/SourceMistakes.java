package dev.touchstone.data;

import dev.touchstone.base.UserError;
import dev.touchstone.spec.OneLine;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in a source, one line each, up to a handful. */
final class SourceMistakes {
    private static final int MOST = 5;

    private final List<String> lines = new ArrayList<>();

    /** Throws with the handful once it is full. */
    void add(String mistake) {
        lines.add(OneLine.of(mistake));
        if (lines.size() == MOST) {
            refuse();
        }
    }

    /** Throws what was found so far, if anything. */
    void refuse() {
        if (!lines.isEmpty()) {
            throw new UserError(String.join("\n", lines));
        }
    }
}

package dev.touchstone.study;

import dev.touchstone.diagnosis.Finding;
import java.util.List;

/** Data that nothing should be trained on, so that a study of them was not begun. */
public final class RefusedData extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    RefusedData(List<Finding> findings) {
        super("the data checks found an error");
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}

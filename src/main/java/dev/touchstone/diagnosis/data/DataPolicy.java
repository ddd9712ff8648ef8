package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.List;

/** What findings about data do: key {@code checks} of the {@code data} section. */
public enum DataPolicy {
    /** An error keeps a study from being begun. */
    REJECT,
    /** Nothing does; everything is told. */
    ADVISE;

    /** Reads the section; the schema leaves it nothing to refuse. */
    public static DataPolicy read(SpecNode.Mapping section) {
        return section.text("checks")
                .flatMap(name -> SpecName.find(DataPolicy.class, name))
                .orElse(REJECT);
    }

    /** Whether nothing should be trained on such data. */
    public boolean refuses(List<Finding> findings) {
        return this == REJECT && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}

package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A fault in a real table.
 *
 * @param code of the finding that tells it
 * @param evidence what the finding names
 * @param plant puts the fault into the table
 */
record PlantedFault(
        String code, Severity severity, RealTable table, Map<String, Object> evidence, Consumer<RealTable> plant) {
    void assertFound() {
        plant.accept(table);

        Finding finding = RealTable.found(table.check(), code);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.evidence()).containsAllEntriesOf(evidence);
    }

    @Override
    public String toString() {
        return code;
    }
}

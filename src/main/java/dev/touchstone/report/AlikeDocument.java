package dev.touchstone.report;

import dev.touchstone.study.AlikeTrials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trials that failed alike, in a document.
 *
 * @param code of the finding that leads each of them
 * @param testedOn trial that an experiment was carried out on; null when there was none, and so is the experiment
 */
public record AlikeDocument(
        String code,
        List<Integer> trials,
        @Nullable Integer testedOn,
        @Nullable ExperimentDocument experiment) {
    static AlikeDocument of(AlikeTrials group) {
        AlikeTrials.Witness witness = group.witness();
        return new AlikeDocument(
                group.code().specName(),
                group.numbers(),
                witness == null ? null : witness.trial(),
                witness == null ? null : ExperimentDocument.of(witness.tested()));
    }
}

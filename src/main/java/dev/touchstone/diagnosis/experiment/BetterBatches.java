package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import java.util.List;

/** More rows for what is measured on those that are computed at once: whole batches, or larger ones where they are whole. */
final class BetterBatches extends Remedy {
    private final OtherBatchSize larger = OtherBatchSize.forBetterBatches();

    BetterBatches() {
        super(FindingCode.BATCH_CONSTRUCTION);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        return trial.training().gradients().rowsAtOnce() == null
                ? larger.arms(trial)
                : List.of(new Arm(
                        "with gradients of whole batches instead of a few rows at once",
                        "leave training: {rows-at-once: …} out, or take more rows",
                        trial.with(trial.training().ofWholeBatches())));
    }
}

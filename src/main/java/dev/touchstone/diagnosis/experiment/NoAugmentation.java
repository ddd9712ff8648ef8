package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.augmentation.AugmentationSpec;
import java.util.List;

/** Batches as the rows are. */
final class NoAugmentation extends Remedy {
    NoAugmentation() {
        super(FindingCode.BAD_AUGMENTATION);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        return trial.augmentation().steps().isEmpty()
                ? List.of()
                : List.of(new Arm(
                        "without augmentation",
                        "leave augmentation out, or make it weaker",
                        trial.with(AugmentationSpec.NONE)));
    }
}

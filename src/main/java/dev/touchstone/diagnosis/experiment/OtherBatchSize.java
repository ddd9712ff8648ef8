package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.Hyperparameters;
import java.util.List;
import java.util.stream.IntStream;

/** Smaller batches, so that an epoch has more steps; and larger ones where a step has few rows, for steps of less noise. */
final class OtherBatchSize extends Remedy {
    /** Masters and Luschi (2018): the sizes between which training is best, as good as always. */
    private static final int SMALL = 8;

    private static final int USUAL = 32;

    /** So many times the rows halve the noise of a step. */
    private static final int LARGER = 4;

    private final int[] sizes;

    private OtherBatchSize(FindingCode hypothesis, int... sizes) {
        super(hypothesis);
        this.sizes = sizes;
    }

    static OtherBatchSize forMoreSteps() {
        return new OtherBatchSize(FindingCode.BATCH_SIZE, SMALL, USUAL);
    }

    /** For what is measured on the rows of a batch. */
    static OtherBatchSize forBetterBatches() {
        return new OtherBatchSize(FindingCode.BATCH_CONSTRUCTION, USUAL);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        int own = trial.batchSize();
        int most = trial.data().train().count();
        return IntStream.concat(IntStream.of(sizes), IntStream.of(own <= USUAL ? LARGER * own : own))
                .distinct()
                .filter(size -> size != own && size < most)
                .mapToObj(size -> new Arm(
                        "with batches of " + size + " rows instead of " + own,
                        "set the batch size to about " + size,
                        trial.with(Hyperparameters.BATCH_SIZE, size)))
                .toList();
    }
}

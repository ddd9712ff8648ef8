package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps all that a training tells and offers, and asks for a stop before one iteration. */
final class TrainingNotes implements TrainingMonitor {
    final List<Epoch> epochs = new ArrayList<>();
    final List<TrainingLook> looks = new ArrayList<>();
    final List<byte[]> checkpoints = new ArrayList<>();
    int iterationsLeft = Integer.MAX_VALUE;

    @Override
    public void epochEnded(Epoch epoch) {
        epochs.add(new Epoch(
                epoch.epoch(),
                epoch.iterations(),
                epoch.learningRate(),
                epoch.losses(),
                epoch.validationLoss(),
                epoch.value(),
                0,
                epoch.recalls(),
                epoch.train()));
    }

    @Override
    public void looked(TrainingLook look) {
        looks.add(look);
    }

    @Override
    public void checkpointOffered(Supplier<TrainingCheckpoint> checkpoint) {
        checkpoints.add(checkpoint.get().toBytes());
    }

    @Override
    public boolean stopRequested() {
        return iterationsLeft-- == 0;
    }

    /** Bit for bit, but for the time it took. */
    static void assertSame(TrainingOutcome outcome, TrainingOutcome expected) {
        assertThat(outcome)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .ignoringFields("seconds")
                .isEqualTo(expected);
    }
}

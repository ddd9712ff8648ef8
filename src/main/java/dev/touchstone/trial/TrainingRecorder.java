package dev.touchstone.trial;

import dev.touchstone.training.TrainingCheckpoint;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingMonitor;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Tells a trial's journal how its training goes, and keeps a checkpoint from time to time. */
final class TrainingRecorder implements TrainingMonitor {
    private final int trial;
    private final TrialJournal journal;
    private final Checkpoints checkpoints;
    private final BooleanSupplier stopRequested;
    private final CheckpointPace pace;

    TrainingRecorder(
            int trial,
            TrialJournal journal,
            Checkpoints checkpoints,
            CheckpointPace pace,
            BooleanSupplier stopRequested) {
        this.trial = trial;
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.pace = pace;
        this.stopRequested = stopRequested;
    }

    @Override
    public void epochEnded(Epoch epoch) {
        int first = epoch.iterations() - epoch.losses().size() + 1;
        List<Integer> iterations =
                IntStream.rangeClosed(first, epoch.iterations()).boxed().toList();
        journal.append(trial, new TrialEvent.LossesRecorded(iterations, epoch.losses()));
        double trainLoss = epoch.losses().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
        journal.append(
                trial,
                new TrialEvent.EpochEnded(
                        epoch.epoch(),
                        epoch.iterations(),
                        epoch.learningRate(),
                        trainLoss,
                        epoch.validationLoss(),
                        epoch.value(),
                        epoch.seconds(),
                        epoch.recalls(),
                        epoch.train()));
    }

    @Override
    public void looked(TrainingLook look) {
        journal.append(trial, new TrialEvent.Looked(look));
    }

    @Override
    public void checkpointOffered(Supplier<TrainingCheckpoint> checkpoint) {
        pace.offer(() -> checkpoints.keep(checkpoint.get()));
    }

    @Override
    public boolean stopRequested() {
        return stopRequested.getAsBoolean();
    }
}

package dev.touchstone.trial;

import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.diagnosis.training.EpochFacts;
import dev.touchstone.diagnosis.training.LossCurve;
import dev.touchstone.diagnosis.training.RepeatedBatches;
import dev.touchstone.diagnosis.training.TrialFacts;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what findings rest on from the events of a training, on their way to the trial's journal. */
final class TrainingFacts implements TrialJournal {
    private final TrialJournal journal;
    private final LossCurve losses = new LossCurve();
    private final RepeatedBatches batches = new RepeatedBatches();
    private final List<EpochFacts> epochs = new ArrayList<>();
    private final List<TrainingLook> looks = new ArrayList<>();

    /** @param told what the journal had of the training before */
    TrainingFacts(TrialJournal journal, List<TrialEvent> told) {
        this.journal = journal;
        told.forEach(this::gather);
    }

    @Override
    public void append(int trial, TrialEvent event) {
        gather(event);
        journal.append(trial, event);
    }

    private void gather(TrialEvent event) {
        if (event instanceof TrialEvent.LossesRecorded recorded) {
            recorded.losses().forEach(losses::add);
            batches.add(recorded.losses());
        } else if (event instanceof TrialEvent.Looked looked) {
            looks.add(looked.look());
        } else if (event instanceof TrialEvent.EpochEnded epoch) {
            epochs.add(new EpochFacts(
                    epoch.epoch(),
                    epoch.learningRate(),
                    epoch.validationLoss(),
                    epoch.value(),
                    epoch.train() == null ? Double.NaN : epoch.train().value()));
        }
    }

    /** The facts of a training that has ended. */
    TrialFacts of(TrialPlan plan, @Nullable BestEpoch best, TrainingOutcome outcome) {
        return new TrialFacts(
                plan,
                losses,
                batches,
                epochs,
                looks,
                best,
                outcome instanceof TrainingOutcome.Finished finished ? finished.decision() : null,
                outcome instanceof TrainingOutcome.NotFinite notFinite ? notFinite : null);
    }
}

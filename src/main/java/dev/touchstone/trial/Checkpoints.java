package dev.touchstone.trial;

import dev.touchstone.training.TrainingCheckpoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last checkpoint of one trial; there is never more than one of them for longer than a moment. The next one is kept
 * and told before the one before it is deleted, so that a process that is killed in between leaves one to go on from.
 */
final class Checkpoints {
    private final int trial;
    private final TrialJournal journal;
    private final ArtefactSink artefacts;
    private @Nullable String last;

    /** @param last the artefact that an earlier run of the trial left */
    Checkpoints(int trial, TrialJournal journal, ArtefactSink artefacts, @Nullable String last) {
        this.trial = trial;
        this.journal = journal;
        this.artefacts = artefacts;
        this.last = last;
    }

    /** What to go on from; nothing when there is none or when it is damaged, for then the trial begins anew. */
    Optional<TrainingCheckpoint> last() {
        try {
            return Optional.ofNullable(last).map(artefacts::get).map(TrainingCheckpoint::fromBytes);
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /** @throws UnwritableCheckpoint when it cannot be kept */
    void keep(TrainingCheckpoint checkpoint) {
        String artefact = put(checkpoint);
        journal.append(trial, new TrialEvent.Checkpointed(checkpoint.iterations(), checkpoint.epochs(), artefact));
        if (!artefact.equals(last)) {
            drop();
        }
        last = artefact;
    }

    private String put(TrainingCheckpoint checkpoint) {
        try {
            return artefacts.put(checkpoint.toBytes());
        } catch (RuntimeException e) {
            throw new UnwritableCheckpoint(checkpoint.iterations(), e);
        }
    }

    /** Deletes the last one. */
    void drop() {
        if (last != null) {
            artefacts.delete(last);
            last = null;
        }
    }
}

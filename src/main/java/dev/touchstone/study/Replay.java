package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.gate.GateCache;
import dev.touchstone.store.MemoryJournal;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.Cut;
import dev.touchstone.trial.ArtefactSink;
import dev.touchstone.trial.Environment;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialTask;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;

/**
 * Trains a trial again from its proposed assignment and seed, and writes nothing to its study.
 *
 * @param recorded a trial that has ended
 */
public record Replay(TrialTask task, TrialRecord recorded) {
    /**
     * Makes ready to train a trial again.
     *
     * @param head of the study that the trial belongs to
     * @throws UserError when the trial has not ended
     */
    public static Replay of(Studies studies, StudyHead head, TrialRecord recorded) {
        if (!recorded.state().isFinal()) {
            throw new UserError("trial " + recorded.number() + " of study '" + head.study() + "' is "
                    + recorded.state().specName() + "; only a trial that has ended can be replayed");
        }
        ByteBuffer data = studies.artefacts(head.study()).map(head.preparedData());
        return new Replay(timeless(studies.kept(head).task(PreparedDataFormat.read(data)), recorded), recorded);
    }

    /** Where the clock might have ended a training, the record says where: no clock gives the same length twice. */
    private static TrialTask timeless(TrialTask task, TrialRecord recorded) {
        if (!(task.training().budget().cut() instanceof Cut.Time)) {
            return task;
        }
        return task.cutBy(
                recorded.completed() == null
                        ? Cut.NONE
                        : new Cut.Recorded(recorded.completed().iterations()));
    }

    /** Trains the trial and compares it with its record, bit for bit. */
    public Replayed run() {
        MemoryJournal journal = new MemoryJournal(recorded);
        new TrialPipeline(task, journal, new Dropped(), GateCache.NONE, () -> false)
                .run(recorded.number(), recorded.proposed(), new Seed(recorded.seed()));
        return new Replayed(
                recorded.losses().size(),
                recorded.epochs().size(),
                Difference.between(Course.of(recorded), Course.of(journal.trial())).stream()
                        .findFirst(),
                Difference.between(recorded.environment(), Environment.ofThisProcess()));
    }

    /** Gives checkpoints and predictions the names that they would have, and keeps none of them. */
    static final class Dropped implements ArtefactSink {
        @Override
        public String put(byte[] content) {
            return Sha256.of(content);
        }

        @Override
        public byte[] get(String name) {
            throw new NoSuchElementException("no artefact of a replay is kept");
        }

        @Override
        public void delete(String name) {
            // Nothing was kept.
        }
    }
}

package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.MemoryJournal;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.ArtefactSink;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialState;
import dev.touchstone.trial.TrialTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carries single trials through the pipeline of a sweep, and keeps nothing of them but the record. */
final class Carried {
    private Carried() {}

    /** With all gates, which only advise. */
    static TrialRecord judged(TrialTask task, Assignment assignment, long seed) {
        MemoryJournal journal = new MemoryJournal(queued(assignment, seed));
        new TrialPipeline(task, journal, new Forgetful(), GateCache.NONE, () -> false)
                .run(1, assignment, new Seed(seed));
        TrialRecord record = journal.trial();
        record.brokenBy()
                .filter(failure -> failure.cause() != FailureCause.NOT_FINITE)
                .ifPresent(failure -> System.err.println("broken: " + failure.reason()));
        return record;
    }

    /** The training alone. */
    static TrialRecord trained(TrialTask task, Assignment assignment, long seed) {
        return judged(
                new TrialTask(
                        task.data(),
                        task.augmentation(),
                        task.model(),
                        GateSpec.NONE,
                        task.training(),
                        task.metric(),
                        task.direction()),
                assignment,
                seed);
    }

    private static TrialRecord queued(Assignment assignment, long seed) {
        return new TrialRecord(
                1,
                TrialState.QUEUED,
                null,
                assignment,
                null,
                seed,
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static final class Forgetful implements ArtefactSink {
        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public String put(byte[] content) {
            String name = "artefact " + kept.size();
            kept.put(name, content);
            return name;
        }

        @Override
        public byte[] get(String name) {
            return Objects.requireNonNull(kept.get(name));
        }

        @Override
        public void delete(String name) {
            kept.remove(name);
        }
    }
}

package dev.touchstone.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.base.WholeFolder;
import dev.touchstone.gate.Policy;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.YamlReader;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains one assignment under several seeds by the study's own workers, in a store beside the study's, so that its
 * trials, ranking and search stay what they are. What breaks one training breaks no other. There are no gates: the
 * assignment has passed them.
 */
final class Retraining {
    private static final long WATCH_MILLIS = 10;
    private static final List<String> GATES =
            List.of("build", "initialisation", "overfit-tiny-batch", "learning-rate-range");

    private final OpenStudy study;
    private final Function<OpenStudy, TrialExecutor> executors;
    private final BooleanSupplier stopRequested;
    private final Consumer<TrialRecord> ended;

    /** @param ended told of each training when it has ended */
    Retraining(
            OpenStudy study,
            Function<OpenStudy, TrialExecutor> executors,
            BooleanSupplier stopRequested,
            Consumer<TrialRecord> ended) {
        this.study = study;
        this.executors = executors;
        this.stopRequested = stopRequested;
        this.ended = ended;
    }

    /** One training for each seed, in their order; those that a request to stop came before are not final. */
    List<TrialRecord> train(Assignment effective, List<Long> seeds) {
        StudyFolder aside = study.folder().retraining();
        clear(aside); // of a command that was killed
        try (StudyStore store = SqliteStudyStore.open(aside.database(), aside.study())) {
            store.create(withoutGates(study.store().head().orElseThrow()));
            seeds.forEach(seed -> store.enqueue(effective, new double[0], seed));
            carry(study.with(study.spec().withoutGates(), store, aside), seeds.size());
            return store.read().trials();
        } finally {
            clear(aside);
        }
    }

    private void carry(OpenStudy aside, int trainings) {
        try (TrialExecutor executor = executors.apply(aside)) {
            executor.start();
            int told = 0;
            while (told < trainings && !stopRequested.getAsBoolean()) {
                executor.check();
                List<Integer> pending = aside.store().pending();
                while (told < trainings && !pending.contains(told + 1)) {
                    told++;
                    ended.accept(aside.store().trial(told).orElseThrow());
                }
                sleep();
            }
        }
    }

    private static StudyHead withoutGates(StudyHead head) {
        Problems problems = new Problems(Path.of(head.study() + ".yaml"));
        ObjectNode spec = YamlReader.read(head.spec(), problems).json();
        ObjectNode gates = spec.putObject("gates");
        GATES.forEach(gate -> gates.put(gate, SpecName.of(Policy.OFF)));
        return head.with(spec.toString());
    }

    private static void clear(StudyFolder aside) {
        try {
            WholeFolder.delete(aside.reports());
        } catch (IOException e) {
            throw new StoreException("cannot tidy up " + aside.reports() + ": " + e.getMessage(), e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(WATCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

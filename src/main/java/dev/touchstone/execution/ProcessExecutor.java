package dev.touchstone.execution;

import dev.touchstone.base.WholeFolder;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.HeldLease;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.TaskSpec;
import dev.touchstone.study.TrialExecutor;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Worker processes on this machine. A native crash, an end of memory or a hang costs one process and is recorded with the
 * trial that it carried; the process is replaced, and the trial carried again where that can help.
 */
public final class ProcessExecutor implements TrialExecutor {
    /** Beyond what a worker takes by itself. */
    private static final Duration LONGEST_END = Lifeline.GRACE.plusSeconds(5);

    /** How often leases are looked at, at most; deaths of processes are seen at once. */
    private static final Duration LOOK_AT_LEASES = Duration.ofMillis(250);

    private final WorkerSettings settings;
    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final StudyFolder folder;
    private final Path artefactsFolder;
    private final StudyHead head;
    private final WorkerCommand command;
    private final Measuring measuring;
    private final String task;
    private final List<String> classPath;
    private final SilenceWatch silence;
    private final List<WorkerSlot> slots = new ArrayList<>();
    private long lookedAt = System.nanoTime();

    public ProcessExecutor(OpenStudy study, WorkerSettings settings) {
        this(study, settings, WorkerMain.class, MeasuringMain.class);
    }

    /**
     * @param main of the workers
     * @param measuringMain of the process that measures a trial
     */
    ProcessExecutor(OpenStudy study, WorkerSettings settings, Class<?> main, Class<?> measuringMain) {
        this.settings = settings;
        this.store = study.store();
        this.artefacts = study.artefacts();
        this.folder = study.folder();
        this.artefactsFolder = study.artefactsFolder();
        this.head = store.head().orElseThrow();
        this.command = WorkerCommand.of(main, artefacts.size(head.preparedData()));
        this.measuring =
                new Measuring(new WorkerCommand(measuringMain, command.heap()), folder.workers(), Measuring.LONGEST);
        this.task = artefacts.put(TaskSpec.of(head).getBytes(StandardCharsets.UTF_8));
        this.classPath = study.spec().model().classPath().entries().stream()
                .map(Path::toString)
                .toList();
        this.silence = new SilenceWatch(System::nanoTime, settings.silence());
        for (int slot = 1; slot <= settings.workers(); slot++) {
            int number = slot;
            slots.add(new WorkerSlot(before -> begin(number, before)));
        }
    }

    private WorkerProcess begin(int slot, int before) {
        String name = "worker-%d.%d-%d"
                .formatted(slot, before + 1, ProcessHandle.current().pid());
        WorkerOrder order = new WorkerOrder(
                name,
                head.study(),
                folder.database().toAbsolutePath().toString(),
                artefactsFolder.toAbsolutePath().toString(),
                task,
                head.preparedData(),
                classPath,
                settings.renew().toMillis(),
                settings.memory().bytes(),
                settings.hangFloor().toMillis());
        return WorkerProcess.start(command, order, folder.workers());
    }

    @Override
    public int workers() {
        return settings.workers();
    }

    @Override
    public Estimate measure(Assignment assignment) {
        return measuring.measure(new MeasuringOrder(
                "measuring-" + ProcessHandle.current().pid(),
                artefactsFolder.toAbsolutePath().toString(),
                task,
                head.preparedData(),
                classPath,
                assignment,
                settings.memory().bytes()));
    }

    @Override
    public void start() {
        tidyUp();
        slots.forEach(WorkerSlot::start);
    }

    @Override
    public void check() {
        slots.forEach(slot -> slot.ended().ifPresent(worker -> replace(slot, worker)));
        if (System.nanoTime() - lookedAt > LOOK_AT_LEASES.toNanos()) {
            lookedAt = System.nanoTime();
            List<HeldLease> leases = store.leases();
            leases.forEach(lease -> slots.stream()
                    .filter(slot -> slot.worker(lease.worker()).isPresent())
                    .forEach(WorkerSlot::carries));
            silence.silent(leases).forEach(this::silence);
        }
    }

    private void replace(WorkerSlot slot, WorkerProcess worker) {
        WorkerDeath death = worker.death();
        store.leases().stream()
                .filter(lease -> lease.worker().equals(worker.name()))
                .findFirst()
                .ifPresent(lease -> {
                    slot.carries();
                    end(lease, death);
                });
        slot.replace(death);
    }

    /** A worker that ended itself, because of the trial before, may have claimed another in that very moment. */
    private void end(HeldLease lease, WorkerDeath death) {
        if (death.isOrderly()) {
            store.revoke(lease.lease(), new TrialEvent.Interrupted("its worker ended"));
        } else {
            fail(lease, death.failure(artefacts));
        }
    }

    private void silence(HeldLease lease) {
        fail(
                lease,
                new Failure(
                        FailureCause.SILENCE,
                        "nothing was heard of the worker for "
                                + settings.silence().toSeconds() + " s"));
        slots.forEach(slot -> slot.worker(lease.worker()).ifPresent(WorkerProcess::kill));
    }

    private void fail(HeldLease held, Failure failure) {
        long before = store.trial(held.lease().trial()).orElseThrow().failures().stream()
                .filter(earlier -> earlier.cause().retryCanHelp())
                .count();
        store.revoke(held.lease(), failure.event(settings.retries(), before));
    }

    @Override
    public void close() {
        slots.forEach(WorkerSlot::release);
        slots.forEach(slot -> slot.awaitEnd(LONGEST_END));
        for (HeldLease left : store.leases()) {
            store.revoke(left.lease(), new TrialEvent.Interrupted("stopped"));
        }
        tidyUp();
    }

    /** What workers left behind is of no use once their deaths were looked into. */
    private void tidyUp() {
        try {
            WholeFolder.delete(folder.workers());
        } catch (IOException e) {
            // A later run of the study tries again.
        }
    }
}

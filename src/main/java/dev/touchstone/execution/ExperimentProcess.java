package dev.touchstone.execution;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyHead;
import dev.touchstone.study.Confirmation;
import dev.touchstone.study.Studies;
import dev.touchstone.study.TaskSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Has the hypotheses about a trial tested by a process of its own. Where an experiment brings it down, that hypothesis stays
 * undecided, and another process tests what is left.
 */
public final class ExperimentProcess {
    private static final long LOOK_NANOS = 100_000_000;

    private final WorkerCommand command;
    private final Path folder;
    private final ExperimentOrder order;
    private final Confirmation.Listener listener;
    private final ExperimentLimits limits;
    private final long started = System.nanoTime();
    private final List<Tested> tested = new ArrayList<>();
    private @Nullable String begun;
    private @Nullable String broken;
    private boolean ended;
    private boolean late;
    private int read;

    private ExperimentProcess(
            WorkerCommand command,
            Path folder,
            ExperimentOrder order,
            Confirmation.Listener listener,
            ExperimentLimits limits) {
        this.command = command;
        this.folder = folder;
        this.order = order;
        this.listener = listener;
        this.limits = limits;
    }

    /**
     * Tests the hypotheses about a trial, and waits for the end.
     *
     * @param head of the study that the trial belongs to
     * @return what was tested, in order
     * @throws StoreException when no process can be started, or it ends before it tests anything
     */
    public static List<Tested> run(
            Studies studies, StudyHead head, Confirmation confirmation, Confirmation.Listener listener) {
        return run(studies, head, confirmation, listener, ExperimentLimits.NONE, ExperimentMain.class);
    }

    /** @param main of the process */
    static List<Tested> run(
            Studies studies,
            StudyHead head,
            Confirmation confirmation,
            Confirmation.Listener listener,
            ExperimentLimits limits,
            Class<?> main) {
        StudyFolder folder = studies.folder(head.study());
        ArtefactStore artefacts = studies.artefacts(head.study());
        ExperimentOrder order = new ExperimentOrder(
                name(0),
                folder.artefacts().toAbsolutePath().toString(),
                artefacts.put(TaskSpec.of(head).getBytes(StandardCharsets.UTF_8)),
                head.preparedData(),
                confirmation.task().model().classPath().entries().stream()
                        .map(Path::toString)
                        .toList(),
                confirmation.effective(),
                confirmation.seed().value(),
                confirmation.findings(),
                confirmation.most(),
                List.of(),
                MemoryLimit.share(Machine.memory(), 1).bytes());
        return new ExperimentProcess(
                        WorkerCommand.of(main, artefacts.size(head.preparedData())),
                        folder.workers(),
                        order,
                        listener,
                        limits)
                .toEnd();
    }

    private static String name(int number) {
        return "experiment-%d-%d".formatted(number, ProcessHandle.current().pid());
    }

    private List<Tested> toEnd() {
        for (int number = 1; !ended && !late && tested.size() < order.most(); number++) {
            int before = tested.size();
            begun = null;
            broken = null;
            read = 0;
            WorkerProcess process =
                    WorkerProcess.start(command, order.after(name(number), List.copyOf(tested)), folder);
            while (process.isAlive()) {
                LockSupport.parkNanos(LOOK_NANOS);
                hear(process.printed(), false);
                end(process);
            }
            WorkerDeath death = process.death();
            hear(death.log(), true);
            if (limits.stop().getAsBoolean()) {
                return tested;
            } else if (!ended) {
                lose(death, tested.size() > before);
            }
        }
        return tested;
    }

    private void end(WorkerProcess process) {
        late |= System.nanoTime() - started > limits.seconds() * 1e9;
        if (late) {
            broken = "it took longer than " + ShortNumber.of(limits.seconds()) + " seconds";
        }
        if (late || limits.stop().getAsBoolean()) {
            process.awaitEnd(Duration.ZERO);
        }
    }

    /** @throws StoreException when the process did not come to an experiment, for another would not either */
    private void lose(WorkerDeath death, boolean testedAny) {
        String reason = broken == null ? death.failure().reason() : broken;
        if (begun != null) {
            add(Tested.broken(FindingCode.named(begun).orElseThrow(), reason));
        } else if (!testedAny) {
            throw new StoreException("the experiments cannot be carried out: " + reason);
        }
    }

    private void add(Tested one) {
        begun = null;
        tested.add(one);
        listener.tested(one);
    }

    /** Takes up what was printed since last time; the last line may not be whole until the process has ended. */
    private void hear(String printed, boolean whole) {
        int end = whole ? printed.length() : printed.lastIndexOf('\n') + 1;
        printed.substring(read, end)
                .lines()
                .forEach(line -> ExperimentMessage.read(line).ifPresent(this::hear));
        read = end;
    }

    private void hear(ExperimentMessage message) {
        switch (message.kind()) {
            case BEGUN -> {
                begun = message.text();
                listener.begun(Objects.requireNonNull(begun));
            }
            case TOLD -> listener.told(Objects.requireNonNull(message.text()));
            case TESTED -> add(Objects.requireNonNull(message.tested()));
            case BROKEN -> broken = message.text();
            case ENDED -> ended = true;
        }
    }
}

package dev.touchstone.execution;

import dev.touchstone.base.Interruption;
import dev.touchstone.base.UserError;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.TaskSpec;
import dev.touchstone.training.NativeMemory;
import dev.touchstone.trial.TrialTask;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A worker process: reads its order, carries trials until it should stop, and ends. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        run(UnaryOperator.identity());
    }

    /**
     * Runs a worker to its end, which is the end of the process.
     *
     * @param wrapped the store as the worker should see it
     */
    static void run(UnaryOperator<StudyStore> wrapped) throws IOException {
        try {
            work(wrapped);
        } catch (StoreException | UserError e) {
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                    .println(e.getMessage());
            System.exit(WorkerDeath.STORE_FAILED);
        }
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }

    @SuppressWarnings("try") // the guard looks while the ticker is open
    private static void work(UnaryOperator<StudyStore> wrapped) throws IOException {
        Locale.setDefault(Locale.ROOT); // numbers in reasons look the same on every machine
        InputStream input = new FileInputStream(FileDescriptor.in);
        WorkerOrder order = Order.read(input, WorkerOrder.class);
        Lifeline lifeline = Lifeline.watch(input, WorkerMain::halt);
        ArtefactStore artefacts = new FolderArtefacts(order.artefactsFolder());
        HangWatch hangs = new HangWatch(System::nanoTime, order.hangFloor());
        TrialTask task = TaskSpec.read(artefacts, order.task(), order.data(), ClassPath.of(order.classPath()))
                .watchedBy(hangs);
        // A request to terminate is the coordinator's business too, but Ctrl-C reaches all processes of a terminal.
        try (Interruption interruption = Interruption.watch();
                SqliteStudyStore opened = SqliteStudyStore.openExisting(order.databaseFile(), order.study())) {
            StudyStore store = wrapped.apply(opened);
            MemoryWatch memory =
                    new MemoryWatch(new MemoryLimit(order.memoryLimit()), NativeMemory::resident, System::nanoTime);
            Guard guard = new Guard(store, artefacts, memory, hangs, WorkerMain::halt);
            try (Heartbeat heartbeat = new Heartbeat(store, order.renew());
                    Ticker looks = guard.start()) {
                new Worker(
                                order.worker(),
                                task,
                                store,
                                artefacts,
                                heartbeat,
                                guard,
                                memory,
                                () -> lifeline.getAsBoolean() || interruption.getAsBoolean())
                        .run();
            }
        }
    }

    /** Without the shutdown hooks, which might wait for what hangs. */
    static void halt() {
        Runtime.getRuntime().halt(WorkerDeath.HALTED);
    }
}

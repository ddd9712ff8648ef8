package dev.touchstone.execution;

import dev.touchstone.base.Interruption;
import dev.touchstone.base.Seed;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.execution.ExperimentMessage.Kind;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.study.Confirmation;
import dev.touchstone.study.TaskSpec;
import dev.touchstone.training.NativeMemory;
import dev.touchstone.trial.TrialTask;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A process that experiments on one trial: reads its order, tells what it does and what comes of it, and ends. */
public final class ExperimentMain {
    private ExperimentMain() {}

    public static void main(String[] arguments) throws IOException {
        run(UnaryOperator.identity());
    }

    /**
     * Experiments, and ends the process.
     *
     * @param wrapped what hears of it
     */
    @SuppressWarnings("try") // memory is looked at while the ticker is open, signals are left to the parent
    static void run(UnaryOperator<Confirmation.Listener> wrapped) throws IOException {
        Locale.setDefault(Locale.ROOT); // numbers in reasons look the same on every machine
        InputStream input = new FileInputStream(FileDescriptor.in);
        ExperimentOrder order = Order.read(input, ExperimentOrder.class);
        Lifeline.watch(input, WorkerMain::halt);
        MemoryWatch memory =
                new MemoryWatch(new MemoryLimit(order.memoryLimit()), NativeMemory::resident, System::nanoTime);
        Runnable look = () -> memory.look().ifPresent(reason -> {
            tell(ExperimentMessage.of(Kind.BROKEN, reason));
            WorkerMain.halt();
        });
        TrialTask task = TaskSpec.read(
                new FolderArtefacts(order.artefactsFolder()),
                order.task(),
                order.data(),
                ClassPath.of(order.classPath()));
        try (Interruption left = Interruption.watch();
                Ticker looks = Ticker.start(look, Guard.LOOK_EVERY)) {
            new Confirmation(task, order.effective(), new Seed(order.seed()), order.findings(), order.most())
                    .run(order.tested(), wrapped.apply(new Teller()));
            tell(ExperimentMessage.of(Kind.ENDED, ""));
        }
        WorkerMain.halt(); // ND4J leaves threads behind that would keep the process
    }

    private static synchronized void tell(ExperimentMessage message) {
        try {
            // Not closed: the descriptor is the process's own.
            OutputStream output = new FileOutputStream(FileDescriptor.out);
            output.write(message.line().getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Teller implements Confirmation.Listener {
        @Override
        public void begun(String code) {
            tell(ExperimentMessage.of(Kind.BEGUN, code));
        }

        @Override
        public void told(String line) {
            tell(ExperimentMessage.of(Kind.TOLD, line));
        }

        @Override
        public void tested(Tested tested) {
            tell(ExperimentMessage.of(tested));
        }
    }
}

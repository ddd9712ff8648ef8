package dev.touchstone.execution;

import dev.touchstone.base.Json;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.study.Estimate;
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

/** A process that measures one trial: reads its order, answers on the last line that it prints, and ends. */
public final class MeasuringMain {
    private MeasuringMain() {}

    @SuppressWarnings("try") // memory is looked at while the ticker is open
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT); // numbers in reasons look the same on every machine
        InputStream input = new FileInputStream(FileDescriptor.in);
        MeasuringOrder order = Order.read(input, MeasuringOrder.class);
        Lifeline.watch(input, WorkerMain::halt);
        MemoryWatch memory =
                new MemoryWatch(new MemoryLimit(order.memoryLimit()), NativeMemory::resident, System::nanoTime);
        Runnable look = () -> memory.look().ifPresent(reason -> answer(new Estimate.Unknown(reason)));
        TrialTask task = TaskSpec.read(
                new FolderArtefacts(order.artefactsFolder()),
                order.task(),
                order.data(),
                ClassPath.of(order.classPath()));
        try (Ticker looks = Ticker.start(look, Guard.LOOK_EVERY)) {
            answer(Estimate.measured(task, order.assignment()));
        }
    }

    /** Ends the process at once: native code may be at work, and ND4J leaves threads behind that would keep it. */
    private static synchronized void answer(Estimate estimate) {
        try (OutputStream output = new FileOutputStream(FileDescriptor.out)) {
            output.write(("\n" + Json.write(estimate) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            WorkerMain.halt();
        }
    }
}

package dev.touchstone.cli;

import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.study.Confirmation;
import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Tells how experiments go, a line for each training, and keeps each outcome as soon as it is there.
 *
 * @param keep an outcome
 */
record ExperimentProgress(PrintWriter err, Consumer<Tested> keep) implements Confirmation.Listener {
    @Override
    public void begun(String code) {
        err.println("testing: " + code);
        err.flush();
    }

    @Override
    public void told(String line) {
        err.println("  training " + line);
        err.flush();
    }

    @Override
    public void tested(Tested tested) {
        keep.accept(tested);
        err.println("  " + tested.words());
        err.flush();
    }
}

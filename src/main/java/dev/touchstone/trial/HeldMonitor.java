package dev.touchstone.trial;

import dev.touchstone.training.TrainingCheckpoint;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what is to be told of a training until somebody listens, and tells it from then on. */
final class HeldMonitor implements TrainingMonitor {
    private final List<Consumer<TrainingMonitor>> held = new ArrayList<>();
    private @Nullable TrainingMonitor listener;

    /** Tells all that was kept. */
    void release(TrainingMonitor to) {
        listener = to;
        held.forEach(event -> event.accept(to));
        held.clear();
    }

    @Override
    public void epochEnded(Epoch epoch) {
        tell(monitor -> monitor.epochEnded(epoch));
    }

    @Override
    public void looked(TrainingLook look) {
        tell(monitor -> monitor.looked(look));
    }

    /** What nobody was told of could not be taken up again. */
    @Override
    public void checkpointOffered(Supplier<TrainingCheckpoint> checkpoint) {
        if (listener != null) {
            listener.checkpointOffered(checkpoint);
        }
    }

    @Override
    public boolean stopRequested() {
        return listener != null && listener.stopRequested();
    }

    private void tell(Consumer<TrainingMonitor> event) {
        if (listener == null) {
            held.add(event);
        } else {
            event.accept(listener);
        }
    }
}

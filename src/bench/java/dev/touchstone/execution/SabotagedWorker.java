package dev.touchstone.execution;

import dev.touchstone.bench.Harm;
import dev.touchstone.store.Lease;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.TrialExecutor;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** A worker as it is, but for what comes to some of its trials when they have trained an epoch. */
public final class SabotagedWorker {
    private SabotagedWorker() {}

    /** Runs a study in such workers. */
    public static TrialExecutor executor(OpenStudy study, WorkerSettings settings) {
        return new ProcessExecutor(study, settings, SabotagedWorker.class, MeasuringMain.class);
    }

    public static void main(String[] arguments) throws IOException {
        WorkerMain.run(SabotagedWorker::sabotaged);
    }

    private static StudyStore sabotaged(StudyStore store) {
        return (StudyStore) Proxy.newProxyInstance(
                StudyStore.class.getClassLoader(), new Class<?>[] {StudyStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        Optional<Harm> harm = method.getName().equals("append") ? harm(arguments) : Optional.empty();
                        if (harm.isPresent()) {
                            harm.get().befall();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Optional<Harm> harm(Object[] arguments) {
        boolean trained = ((List<?>) arguments[1]).stream().anyMatch(TrialEvent.EpochEnded.class::isInstance);
        return trained ? Harm.of(((Lease) arguments[0]).trial()) : Optional.empty();
    }
}

package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltedWorkerTest {
    @TempDir
    Path folder;

    /** The guard ends the process for a trial's sake while the worker claims the next one. */
    @Test
    void trialClaimedByAWorkerThatEndsItself_isCarriedByTheNextAndHasNotFailed() throws Exception {
        SmallSweep sweep = new SmallSweep(folder, SmallSweep.SPACE, 1, SmallSweep.NO_GATES);

        sweep.run(sweep.open(), WorkersSweep.by(1, Halting.class, MeasuringMain.class), study -> false);

        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
        assertThat(trial.failures()).isEmpty();
        assertThat(SweepFacts.events(sweep, "interrupted")).isEqualTo(1);
    }

    /** The first worker ends when it has claimed a trial. */
    static final class Halting {
        public static void main(String[] arguments) throws IOException {
            WorkerMain.run(store -> (StudyStore) Proxy.newProxyInstance(
                    StudyStore.class.getClassLoader(), new Class<?>[] {StudyStore.class}, (proxy, method, given) -> {
                        Object result = method.invoke(store, given);
                        if (result instanceof Optional<?> claimed
                                && claimed.isPresent()
                                && method.getName().equals("claim")
                                && given[0].toString().startsWith("worker-1.1-")) {
                            Runtime.getRuntime().halt(WorkerDeath.HALTED);
                        }
                        return result;
                    }));
        }
    }
}

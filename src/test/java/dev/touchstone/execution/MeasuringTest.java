package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyHead;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.TaskSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringTest {
    private static final long PLENTY = 4L << 30;

    @TempDir
    Path folder;

    private Estimate measure(Class<?> main, Duration longest, int width, long memoryLimit) throws IOException {
        try (OpenStudy study = new SmallSweep(folder).open()) {
            StudyHead head = study.store().head().orElseThrow();
            MeasuringOrder order = new MeasuringOrder(
                    "measuring",
                    study.folder().artefacts().toString(),
                    study.artefacts().put(TaskSpec.of(head).getBytes(StandardCharsets.UTF_8)),
                    head.preparedData(),
                    List.of(),
                    new Assignment(Map.of("learning-rate", 0.01, "width", width)),
                    memoryLimit);
            Measuring measuring =
                    new Measuring(WorkerCommand.of(main, 0), study.folder().workers(), longest);
            Estimate estimate = measuring.measure(order);
            assertThat(WorkersSweep.workers()).isEmpty();
            assertThat(study.folder().workers()).isEmptyDirectory();
            return estimate;
        }
    }

    private String reason(Class<?> main, Duration longest, int width, long memoryLimit) throws IOException {
        return ((Estimate.Unknown) measure(main, longest, width, memoryLimit)).reason();
    }

    @Test
    void trial_isMeasured() throws IOException {
        assertThat(measure(MeasuringMain.class, Measuring.LONGEST, 16, PLENTY))
                .isInstanceOfSatisfying(
                        Estimate.AtMost.class,
                        time -> assertThat(time.duration()).isBetween(Duration.ofMillis(10), Measuring.LONGEST));
    }

    @Test
    void trialThatNoMachineCanHold_isToldAsOutOfMemory() throws IOException {
        assertThat(reason(MeasuringMain.class, Measuring.LONGEST, Integer.MAX_VALUE, PLENTY))
                .startsWith("out of memory");
    }

    @Test
    void trialBeyondTheMemoryLimit_isToldSo() throws IOException {
        assertThat(reason(MeasuringMain.class, Measuring.LONGEST, 16, 100L << 20))
                .startsWith("the worker's resident memory passed its limit: ")
                .endsWith("of 100 MB");
    }

    @Test
    void crash_isToldWithItsSignal() throws IOException {
        assertThat(reason(Crashing.class, Measuring.LONGEST, 16, PLENTY))
                .startsWith("the worker crashed in native code: SIGSEGV");
    }

    @Test
    void exception_isToldInItsWords() throws IOException {
        assertThat(reason(ProcessExecutorTest.Stillborn.class, Measuring.LONGEST, 16, PLENTY))
                .contains("IllegalStateException: not today");
    }

    @Test
    void processThatNeverAnswers_isEndedWhenTheTimeIsOver() throws IOException {
        assertThat(reason(Silent.class, Duration.ofSeconds(1), 16, PLENTY)).isEqualTo("it takes longer than 1 s");
    }

    /** Writes where there is no memory. */
    static final class Crashing {
        private static final class Nowhere extends Pointer {
            private Nowhere() {
                address = 8;
            }
        }

        public static void main(String[] arguments) {
            Pointer.memset(new Nowhere(), 1, 1);
        }
    }

    static final class Silent {
        public static void main(String[] arguments) {
            while (arguments.length == 0) {
                LockSupport.park();
            }
        }
    }
}

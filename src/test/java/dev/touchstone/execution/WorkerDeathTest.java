package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.touchstone.store.ArtefactStore;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerDeathTest {
    /** The beginning of what OpenJDK 17 writes. */
    private static final String CRASH = """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f2a1c0a1e3d, pid=4711, tid=4712
            #
            # JRE version: OpenJDK Runtime Environment (17.0.15+6)
            # Problematic frame:
            # C  [libnd4jcpu.so+0x1a2b3c]  sd::ops::add()+0x10
            #
            """;

    private static final String NO_MEMORY = """
            #
            # There is insufficient memory for the Java Runtime Environment to continue.
            # Native memory allocation (mmap) failed to map 65536 bytes for committing reserved memory.
            """;

    private final ArtefactStore artefacts = mock();

    private void keeping(String evidence) {
        when(artefacts.put(evidence.getBytes(StandardCharsets.UTF_8))).thenReturn("kept");
    }

    @Test
    void crashReport_makesANativeCrashAndIsKept() {
        keeping(CRASH);

        assertThat(new WorkerDeath(1, CRASH, "").failure(artefacts))
                .isEqualTo(new Failure(
                        FailureCause.NATIVE_CRASH,
                        "the worker crashed in native code: SIGSEGV (0xb) in C  [libnd4jcpu.so+0x1a2b3c] "
                                + " sd::ops::add()+0x10",
                        "kept"));
    }

    @Test
    void reportOfAVanishedMemory_isNoCrash() {
        keeping(NO_MEMORY);

        assertThat(new WorkerDeath(1, NO_MEMORY, "").failure(artefacts).cause()).isEqualTo(FailureCause.OUT_OF_MEMORY);
    }

    @ParameterizedTest
    @CsvSource({
        "132, NATIVE_CRASH",
        "134, NATIVE_CRASH",
        "135, NATIVE_CRASH",
        "136, NATIVE_CRASH",
        "139, NATIVE_CRASH",
        "137, KILLED",
        "143, KILLED",
        "1, EXCEPTION",
        "3, STORE"
    })
    void exitCodeAlone_tellsTheCause(int exitCode, FailureCause cause) {
        assertThat(new WorkerDeath(exitCode, "", "").failure(artefacts).cause()).isEqualTo(cause);
        verifyNoInteractions(artefacts);
    }

    @Test
    void exception_isToldInItsOwnWordsAndTheTraceIsKept() {
        String log =
                "loading\nException in thread \"main\" java.lang.IllegalStateException: lost\n\tat a.B.c(B.java:1)\n";
        keeping(log);

        Failure failure = new WorkerDeath(1, "", log).failure(artefacts);

        assertThat(failure.reason())
                .isEqualTo("the worker ended with exit code 1: Exception in thread \"main\""
                        + " java.lang.IllegalStateException: lost");
        assertThat(failure.evidence()).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, WorkerDeath.HALTED, 129, 130, 143})
    void workerThatEndedItself_diedInOrder(int exitCode) {
        assertThat(new WorkerDeath(exitCode, "", "").isOrderly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 134, 137, 139, -1073741819})
    void workerThatWasEnded_didNot(int exitCode) {
        assertThat(new WorkerDeath(exitCode, "", "").isOrderly()).isFalse();
    }
}

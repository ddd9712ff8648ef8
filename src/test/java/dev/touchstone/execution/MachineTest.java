package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path cpus;

    private void cpu(int number, String siblings) throws IOException {
        Path topology = Files.createDirectories(cpus.resolve("cpu" + number + "/topology"));
        Files.writeString(topology.resolve("thread_siblings_list"), siblings + "\n");
    }

    @Test
    void threadsOfOneCore_countOnce() throws IOException {
        cpu(0, "0,2");
        cpu(1, "1,3");
        cpu(2, "0,2");
        cpu(3, "1,3");
        Files.createDirectories(cpus.resolve("cpu4")); // switched off
        Files.createDirectories(cpus.resolve("cpufreq"));

        assertThat(Machine.physical(cpus)).isEqualTo(2);
    }

    @Test
    void systemThatDoesNotTell_hasNoCores() {
        assertThat(Machine.physical(cpus)).isZero();
        assertThat(Machine.physical(cpus.resolve("nothing"))).isZero();
    }

    @Test
    void thisMachine_hasSomething() {
        assertThat(Machine.cores()).isBetween(1, Runtime.getRuntime().availableProcessors());
        assertThat(Machine.memory()).isGreaterThan(1L << 28);
    }

    @Test
    void workers_shareTheMachineEqually() {
        assertThat(MemoryLimit.share(100L << 30, 4).bytes()).isEqualTo(20L << 30);
    }

    @Test
    void workerOnASmallMachine_hasRoomToBegin() {
        assertThat(MemoryLimit.share(2L << 30, 8).bytes()).isEqualTo(1L << 30);
    }
}

package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.RowHunt;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the memory of a worker, and in the files of its study, while it trains. */
class SealedRowsInAWorkerTest {
    /** A worker stands still while its heap is dumped. */
    private static final WorkerSettings PATIENT = new WorkerSettings(
            1, new MemoryLimit(4L << 30), Duration.ofMinutes(2), HangWatch.FLOOR, WorkerSettings.RETRIES);

    @TempDir
    Path folder;

    private Path heap() {
        return folder.resolve("worker.hprof");
    }

    private boolean dump(OpenStudy study) {
        if (!WorkersSweep.isTraining(study)) {
            return false;
        }
        try {
            Process dumping = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(WorkersSweep.workers().get(0).pid()),
                            "GC.heap_dump",
                            "-all",
                            heap().toString())
                    .redirectOutput(folder.resolve("jcmd.txt").toFile())
                    .redirectErrorStream(true)
                    .start();
            assertThat(dumping.waitFor())
                    .as(Files.readString(folder.resolve("jcmd.txt")))
                    .isZero();
            Files.copy(
                    study.folder().database().resolveSibling("study.db-wal"), folder.resolve("while-training.db-wal"));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void heapAndFiles_holdTrainRowsAndNoSealedOne() throws Exception {
        SmallSweep sweep = LongSweep.in(folder);

        sweep.run(
                sweep.open(),
                study -> new ProcessExecutor(study, PATIENT, WorkerMain.class, MeasuringMain.class),
                this::dump);

        DataPreparation.Prepared prepared = Studies.prepare(
                SpecFile.read(folder.resolve("small.yaml"), Overrides.NONE).spec());
        RowHunt trained = new RowHunt().rows(prepared.data().train());
        RowHunt sealed = RowHunt.forSealed(prepared);
        assertThat(trained.inLarge(heap()))
                .isGreaterThanOrEqualTo(prepared.data().train().count());
        assertThat(sealed.inLarge(heap())).isZero();
        Files.delete(heap());
        assertThat(trained.filesBelow(folder.resolve("reports"))).isNotEmpty();
        assertThat(sealed.filesBelow(folder)).isEmpty();
    }
}

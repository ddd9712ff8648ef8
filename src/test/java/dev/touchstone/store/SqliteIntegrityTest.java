package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.base.Seed;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteIntegrityTest {
    private static final int PAGE = 4096;
    private static final int EVENTS = 20;
    private static final int LOSSES = 1000;

    @TempDir
    private static Path whole;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void writeAStudy() {
        try (StudyStore store = SqliteStudyStore.open(whole.resolve("study.db"), StudyStoreContract.STUDY)) {
            store.create(StudyStoreContract.HEAD);
            store.enqueue(StudyStoreContract.PROPOSED, StudyStoreContract.POINT, 42);
            Lease lease = store.claim("a worker").orElseThrow().lease();
            store.append(lease, List.of(new TrialEvent.Started(Map.of())));
            for (int event = 0; event < EVENTS; event++) {
                store.append(
                        lease,
                        List.of(new TrialEvent.LossesRecorded(List.of(event), Collections.nCopies(LOSSES, 0.5))));
            }
        }
    }

    @BeforeEach
    void copyTheStudy() throws IOException {
        file = Files.copy(whole.resolve("study.db"), folder.resolve("study.db"));
    }

    private void overwrite(long position, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
    }

    private void assertRefusedAndLeftAlone() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(this::goOn)
                .isInstanceOf(StoreException.class)
                .message()
                .startsWith("cannot use " + file + ": it is damaged (")
                .contains("'show --trial'", "put back a copy", "delete the study")
                .doesNotContain("\n", "***");
        assertThat(file).hasBinaryContent(before);
        Path log = folder.resolve("study.db-wal");
        assertThat(Files.exists(log) ? Files.size(log) : 0)
                .as("log that would change it")
                .isZero();
    }

    @Test
    void wholeFile_isLetThrough() {
        assertThatCode(this::goOn).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {PAGE / 2, PAGE, 5 * PAGE})
    void fileThatWasCutShort_isRefused(int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - bytes);
        }

        assertRefusedAndLeftAlone();
    }

    static IntStream pages() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageOfZeros_isRefused(int page) throws IOException {
        overwrite((long) page * PAGE, new byte[PAGE]);

        assertRefusedAndLeftAlone();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void garbageAtTheStartOfAPage_isRefused(int page) throws IOException {
        overwrite((long) page * PAGE, garbage(page, 64));

        assertRefusedAndLeftAlone();
    }

    /** It may hit what nobody misses: space that is free, or a digit that is another one now. */
    @ParameterizedTest
    @MethodSource("pages")
    void garbageAnywhere_isNeverMoreThanARefusal(int seed) throws IOException {
        RandomGenerator random = new Seed(seed).random();
        overwrite(random.nextLong(PAGE, Files.size(file)), garbage(seed, random.nextInt(1, 200)));
        byte[] before = Files.readAllBytes(file);

        Throwable refused = catchThrowable(this::goOn);

        if (refused != null) {
            assertThat(refused).isInstanceOf(StoreException.class).hasMessageContaining(file.toString());
        }
        assertThat(file).hasBinaryContent(before);
    }

    /** What a coordinator does first. */
    private void goOn() {
        SqliteIntegrity.require(file);
        try (StudyStore store = SqliteStudyStore.openExisting(file, StudyStoreContract.STUDY)) {
            store.read();
        }
    }

    private static byte[] garbage(int seed, int length) {
        byte[] garbage = new byte[length];
        new Seed(seed).derive("garbage").random().nextBytes(garbage);
        return garbage;
    }

    @Test
    void logOfAProcessThatDied_isNotCarriedIntoADamagedFile() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (StudyStore store = SqliteStudyStore.open(file, StudyStoreContract.STUDY)) {
            store.note(1, "still in the log");
            Files.copy(file, copy);
            Files.copy(folder.resolve("study.db-wal"), folder.resolve("copy.db-wal"));
        }
        file = copy;
        overwrite(5L * PAGE, new byte[PAGE]);
        byte[] log = Files.readAllBytes(folder.resolve("copy.db-wal"));
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> SqliteIntegrity.require(file)).isInstanceOf(StoreException.class);

        assertThat(log).isNotEmpty();
        assertThat(file).hasBinaryContent(before);
        assertThat(folder.resolve("copy.db-wal")).hasBinaryContent(log);
    }
}

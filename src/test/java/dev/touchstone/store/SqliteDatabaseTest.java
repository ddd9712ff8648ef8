package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private Path file;
    private StudyStore store;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        file = folder.resolve("study.db");
        store = SqliteStudyStore.open(file, StudyStoreContract.STUDY);
        store.create(StudyStoreContract.HEAD);
        store.enqueue(StudyStoreContract.PROPOSED, StudyStoreContract.POINT, 42);
        database = SqliteDatabase.open(file, SHORT);
    }

    @AfterEach
    void close() {
        database.close();
        store.close();
    }

    private void note(int bytes) {
        database.write(handle -> {
            handle.execute("INSERT INTO note (trial_id, at, text) VALUES (1, 'half', 'of two')");
            handle.execute("INSERT INTO note (trial_id, at, text) VALUES (1, '', ?)", "x".repeat(bytes));
        });
    }

    private List<String> notes() {
        return store.trial(1).orElseThrow().notes().stream()
                .map(TrialRecord.Note::text)
                .toList();
    }

    @Test
    void diskThatIsFull_isToldInOneLineAndNothingIsHalfWritten() {
        store.note(1, "finished before");
        database.write(handle -> handle.execute("PRAGMA max_page_count = 1")); // as small as it is by now

        assertThatThrownBy(() -> note(1_000_000))
                .isInstanceOf(StoreException.class)
                .message()
                .startsWith("cannot use " + file + ": [SQLITE_FULL]")
                .contains("make room on the disk and resume the study")
                .doesNotContain("\n");
        assertThat(notes()).containsExactly("finished before");
    }

    @Test
    void diskWithRoomAgain_takesMore() {
        database.write(handle -> handle.execute("PRAGMA max_page_count = 1"));
        assertThatThrownBy(() -> note(1_000_000)).isInstanceOf(StoreException.class);
        database.write(handle -> handle.execute("PRAGMA max_page_count = 1000000"));

        database.write(handle -> handle.execute("UPDATE study SET status = 'FAILED'"));

        assertThat(store.read().status()).isEqualTo(StudyStatus.FAILED);
    }

    @Test
    void fileThatCannotBeWritten_isTheCallersToMend() {
        assertThatThrownBy(() -> database.write(handle -> {
                    handle.execute("INSERT INTO note (trial_id, at, text) VALUES (1, '', 'lost')");
                    handle.execute("PRAGMA query_only = 1");
                    handle.execute("UPDATE study SET status = 'FAILED'");
                }))
                .isInstanceOf(UserError.class)
                .message()
                .startsWith("cannot use " + file + ": [SQLITE_READONLY]")
                .contains("must be writable", "--reports")
                .doesNotContain("\n");
        assertThat(notes()).isEmpty();
    }

    @Test
    void fileThatAnotherProgramLocked_isTheCallersToMendAndStaysReadable() throws SQLException {
        store.note(1, "finished before");
        try (Connection other = DriverManager.getConnection(SqliteDatabase.url(file));
                Statement sql = other.createStatement()) {
            sql.execute("BEGIN EXCLUSIVE");

            assertThatThrownBy(() -> note(1))
                    .isInstanceOf(UserError.class)
                    .message()
                    .startsWith("cannot use " + file + ": [SQLITE_BUSY]")
                    .contains("another program has it locked")
                    .doesNotContain("\n");
            assertThat(notes()).containsExactly("finished before");
        }
    }

    @Test
    void transactionAfterOneThatFoundTheFileLocked_isWholeAgain() throws SQLException {
        try (Connection other = DriverManager.getConnection(SqliteDatabase.url(file));
                Statement sql = other.createStatement()) {
            sql.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> note(1)).isInstanceOf(UserError.class);
        }

        assertThatThrownBy(() -> database.write(handle -> {
                    handle.execute("UPDATE study SET status = 'FAILED'");
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");

        assertThat(store.read().status()).isEqualTo(StudyStatus.RUNNING);
    }

    @Test
    void fileInPlaceOfTheFolder_isTheCallersToMend() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("reports"), "somebody's");

        assertThatThrownBy(() -> SqliteDatabase.open(inTheWay.resolve("study.db")))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(inTheWay + ": a file is where a folder should be", "--reports");
        assertThat(inTheWay).hasContent("somebody's");
    }
}

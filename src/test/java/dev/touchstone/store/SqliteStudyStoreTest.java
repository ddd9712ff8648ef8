package dev.touchstone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStudyStoreTest extends StudyStoreContract {
    @TempDir
    Path reports;

    private Path database() {
        return reports.resolve(STUDY).resolve("study.db");
    }

    @Override
    StudyStore open() {
        return SqliteStudyStore.open(database(), STUDY);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private String queried(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            return result.getString(1);
        }
    }

    @Test
    void trialsClaimedByTwoProcesses_areGivenToOne() throws Exception {
        int trials = 400;
        IntStream.range(0, trials).forEach(i -> store.enqueue(PROPOSED, POINT, i));

        Process first = claimingProcess();
        Process second = claimingProcess();
        List<String> claimed = Stream.concat(lines(first), lines(second)).toList();

        assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(0, 0);
        assertThat(claimed)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, trials)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    private Process claimingProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClaimingProcess.class.getName(),
                        database().toString(),
                        STUDY)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Stream<String> lines(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
    }

    @Test
    void database_isInWriteAheadMode() throws SQLException {
        assertThat(queried("PRAGMA journal_mode")).isEqualTo("wal");
    }

    @Test
    void newestMigration_isTheVersionTheProgramKnows() throws SQLException {
        assertThat(queried("SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                .isEqualTo(String.valueOf(SqliteSchema.VERSION));
    }

    @Test
    void idOfAnEvent_isNotReusedWhenTheLastOneIsGone() throws SQLException {
        store.enqueue(PROPOSED, POINT, 1);
        Lease lease = store.claim("test").orElseThrow().lease();
        store.append(lease, List.of(new TrialEvent.Started(Map.of())));
        String last = queried("SELECT MAX(id) FROM event");
        sql("DELETE FROM event");

        store.append(lease, List.of(end(TrialState.FAILED)));

        assertThat(Long.parseLong(queried("SELECT MAX(id) FROM event"))).isGreaterThan(Long.parseLong(last));
    }

    @Test
    void eventKindAndTimes_areThereForOtherReaders() throws SQLException {
        store.enqueue(PROPOSED, POINT, 1);
        Lease lease = store.claim("test").orElseThrow().lease();
        store.append(lease, List.of(new TrialEvent.Started(Map.of())));

        assertThat(queried("SELECT kind FROM event")).isEqualTo("started");
        assertThat(queried("SELECT at FROM event")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(queried("SELECT point FROM trial")).isEqualTo("[0.25,0.5,0.75]");
    }

    @Test
    void reader_seesOneMomentWhileAWriterIsAtWork() throws SQLException {
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement sql = writer.createStatement()) {
            sql.execute("BEGIN IMMEDIATE");
            sql.execute("UPDATE study SET status = 'FAILED'");

            assertThat(store.read().status()).isEqualTo(StudyStatus.RUNNING);
        }
    }

    @Test
    void existingStudy_isOpened() {
        try (StudyStore opened = SqliteStudyStore.openExisting(database(), STUDY)) {
            assertThat(opened.head()).contains(HEAD);
        }
    }

    @Test
    void missingDatabase_isNotCreatedByWhoeverExpectsIt() {
        Path missing = reports.resolve("other/study.db");

        assertThatThrownBy(() -> SqliteStudyStore.openExisting(missing, "other"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("'other'", missing.toString());
        assertThat(missing.getParent()).doesNotExist();
    }

    @Test
    void databaseWithoutAStudy_isNoExistingStudy() {
        Path empty = reports.resolve("other/study.db");
        SqliteStudyStore.open(empty, "other").close();

        assertThatThrownBy(() -> SqliteStudyStore.openExisting(empty, "other")).isInstanceOf(UserError.class);
    }

    @Test
    void databaseOfAnotherStudy_namesBoth() {
        assertThatThrownBy(() -> SqliteStudyStore.open(database(), "fashion"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("'digits'", "'fashion'");
    }

    @Test
    void headOfAnotherStudy_isRefused() {
        try (StudyStore other = SqliteStudyStore.open(reports.resolve("other/study.db"), "other")) {
            assertThatThrownBy(() -> other.create(HEAD)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void studyThatWasNeverCreated_hasNoTrials() {
        try (StudyStore other = SqliteStudyStore.open(reports.resolve("other/study.db"), "other")) {
            assertThat(other.head()).isEmpty();
            assertThatThrownBy(() -> other.enqueue(PROPOSED, POINT, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(other::read).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void newerSchema_isRefusedNamingBothVersions() throws SQLException {
        sql(
                "INSERT INTO flyway_schema_history VALUES (99, '99', 'later', 'SQL', 'V99.sql', 0, 'x', '2030-01-01', 1, 1)");

        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("version 99", "up to " + SqliteSchema.VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "this file is no database, and it is somebody's only copy of something",
                "SQLite format 3\0 not really"
            })
    void fileThatIsNoDatabase_isRefusedAndLeftAlone(String content) throws IOException {
        Path file = reports.resolve("notes.db");
        Files.writeString(file, content);

        assertThatThrownBy(() -> SqliteStudyStore.open(file, STUDY))
                .isInstanceOf(StoreException.class)
                .message()
                .startsWith("cannot use " + file)
                .doesNotContain("\n");
        assertThat(file).hasContent(content);
        assertThat(reports).isDirectoryNotContaining("glob:**notes.db-*");
    }

    @Test
    void databaseOfAnotherProgram_isRefusedAndLeftAlone() throws Exception {
        store.close();
        Files.delete(database());
        sql("CREATE TABLE music (song TEXT)");
        byte[] before = Files.readAllBytes(database());

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not one of Touchstone's");
        assertThat(database()).hasBinaryContent(before);
    }

    @Test
    void failureOfTheDatabase_isToldInOneLine() throws SQLException {
        sql("DROP TABLE note");
        store.enqueue(PROPOSED, POINT, 1);

        assertThatThrownBy(() -> store.note(1, "lost"))
                .isInstanceOf(StoreException.class)
                .message()
                .contains(database().toString(), "no such table: note")
                .doesNotContain("\n");
    }

    @Test
    void eventThatCannotBeKept_leavesTheStateAsItWas() throws SQLException {
        store.enqueue(PROPOSED, POINT, 1);
        Lease lease = store.claim("test").orElseThrow().lease();
        sql("CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        assertThatThrownBy(() -> store.append(lease, List.of(end(TrialState.FAILED))))
                .isInstanceOf(StoreException.class);
        sql("DROP TRIGGER full");
        assertThat(store.trial(1).orElseThrow().state()).isEqualTo(TrialState.RUNNING);
    }

    @Test
    void storeThatIsClosed_saysSo() {
        store.close();

        assertThatThrownBy(store::read).isInstanceOf(StoreException.class);
    }
}

package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.store.Lease;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.StudyLock;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each code through the public door, with calls that train nothing. */
class ExitCodeTest {
    private static final int ONE_SCREEN = 24;

    @TempDir
    private Path reports;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "sweep --help", "test --help"})
    void help_isDone(String call) {
        Called called = Called.with(call.split(" "));

        assertThat(called.code()).isEqualTo(0);
        assertThat(called.out()).contains("touchstone");
        assertThat(called.err()).isEmpty();
    }

    @Test
    void listOfNothing_isDone() {
        Called called = Called.with("list", "--reports", reports.resolve("none").toString());

        assertThat(called.code()).isEqualTo(0);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("no studies");
    }

    @Test
    void bestOfAStudyWithoutCompleteTrials_isNo() {
        StoredStudy.withAFailedTrial(reports, "digits", "it broke");

        Called called = call("best digits --to model");

        assertThat(called.code()).isEqualTo(1);
        assertThat(called.out()).contains("no best model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "swep digits.yaml | Did you mean sweep",
                "sweep --trails 3 spec.yaml | Did you mean --trials",
                "sweep --trials many spec.yaml | 'many'",
                "sweep | SPEC",
                "sweep nowhere.yaml | nowhere.yaml",
                "note digits --trial 7 text | study has trials 1 to 2",
                "show digits --trial 7 | study has trials 1 to 2",
                "show digit | did you mean 'digits'",
                "show ../digits | no study '../digits'",
                "test digits --trial 1 | --reason",
                "test digits --trial 1 --reason why | only a complete trial",
                "best digits | --to",
                "replay digits | --trial",
                "replay digit --trial 1 | did you mean 'digits'",
                "replay digits --trial 7 | study has trials 1 to 2",
                "resume digit | did you mean 'digits'",
            })
    void wrongCall_isToldOnOneScreen(String row) {
        StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        String[] parts = row.split(" \\| ");

        Called called = call(parts[0]);

        assertThat(called.code()).as(called.err()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains(parts[1]).doesNotContain("\tat ");
        assertThat(called.err().lines().count()).isLessThan(ONE_SCREEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--workers 0 | --workers: expected a whole number from 1 on, found 0",
                "--workers two | 'two'",
                "--worker-memory 5 | expected a size such as 2g or 800m, found '5'",
                "--worker-silence 0 | --worker-silence: expected a whole number from 1 on, found 0",
                "--retries -1 | --retries: expected a whole number from 0 on, found -1",
                "--max-consecutive-failures 0 | --max-consecutive-failures: expected a whole number from 1 on, found 0",
                "--on thread | expected processes or threads, found 'thread'; did you mean 'threads'?",
                "--on threads --workers 2 | --workers 2: --on threads carries one trial at a time",
            })
    void wrongWorkers_areToldBeforeAStudyIsMade(String row) {
        String[] parts = row.split(" \\| ");
        StoredStudy.withAFailedTrial(reports, "digits", "it broke");

        Called swept = call("sweep search-spaces/breast-cancer.yaml " + parts[0]);
        Called resumed = call("resume digits " + parts[0]);

        assertThat(List.of(swept, resumed)).allSatisfy(called -> {
            assertThat(called.code()).as(called.err()).isEqualTo(2);
            assertThat(called.err().lines().findFirst())
                    .hasValueSatisfying(
                            line -> assertThat(line).startsWith("touchstone: ").contains(parts[1]));
        });
        assertThat(reports.resolve("breast-cancer")).doesNotExist();
    }

    @Test
    void evidenceOfAFailure_isToldByItsPath() throws Exception {
        Path evidence = StoredStudy.withACrashedTrial(reports, "digits", "SIGSEGV");

        String page = call("show digits --trial 1").out();
        JsonNode document = Json.tree(call("show digits --trial 1 --json").out());

        assertThat(evidence).isRegularFile();
        assertThat(page).contains("what broke it\n  native-crash: SIGSEGV\n    evidence: " + evidence + "\n");
        assertThat(reports.resolve("digits")
                        .resolve(document.at("/failures/0/evidence").asText()))
                .isEqualTo(evidence);
    }

    @Test
    void interruptedTrial_saysWhatItStandsStillOf() {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        try (SqliteStudyStore store = SqliteStudyStore.openExisting(folder.database(), "digits")) {
            Lease lease = store.claim("test").orElseThrow().lease();
            store.append(lease, List.of(new TrialEvent.Interrupted(FailureCause.KILLED, "signal 9", null)));
        }

        assertThat(call("show digits").out()).containsPattern("2 +interrupted +killed: signal 9");
        assertThat(call("show digits --trial 2").out())
                .contains("trial 2, interrupted: killed: signal 9", "what broke it on the way\n  killed: signal 9");
    }

    @Test
    void trialThatHasNotEnded_isNotReplayed() {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        List<Called> calls = new ArrayList<>(List.of(call("replay digits --trial 2")));
        try (SqliteStudyStore store = SqliteStudyStore.openExisting(folder.database(), "digits")) {
            Lease lease = store.claim("test").orElseThrow().lease();
            calls.add(call("replay digits --trial 2"));
            store.append(lease, List.of(new TrialEvent.Interrupted("stopped")));
            calls.add(call("replay digits --trial 2"));
        }

        assertThat(calls).extracting(Called::code).containsOnly(2);
        assertThat(calls)
                .extracting(Called::err)
                .map(String::strip)
                .containsExactly(refusal("queued"), refusal("running"), refusal("interrupted"));
    }

    private static String refusal(String state) {
        return "touchstone: trial 2 of study 'digits' is " + state + "; only a trial that has ended can be replayed";
    }

    @Test
    void studyInUse_isNotDeleted() {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        StudyLock lock = StudyLock.take(folder);

        Called called = call("delete digits --yes");
        lock.close();

        assertThat(called.code()).as(called.err()).isEqualTo(2);
        assertThat(called.err()).contains("'digits' is in use");
        assertThat(folder.database()).exists();
    }

    @Test
    void brokenStore_isOurFailureInOneLine() throws Exception {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        Files.writeString(folder.database(), "this is no database");

        Called called = call("show digits");

        assertThat(called.code()).isEqualTo(3);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("study.db").doesNotContain("\tat ");
        Path trace = Path.of(called.err().strip().replaceFirst("(?s).*The trace is in ", ""));
        assertThat(trace).content().contains("\tat ");
        Files.delete(trace);
    }

    @Test
    void damagedStudy_isNotResumedAndLeftAlone() throws Exception {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        try (FileChannel database = FileChannel.open(folder.database(), StandardOpenOption.WRITE)) {
            database.truncate(database.size() / 2);
        }
        byte[] before = Files.readAllBytes(folder.database());

        Called called = call("resume digits");

        assertThat(called.code()).isEqualTo(3);
        assertThat(called.err().lines().findFirst().orElseThrow())
                .contains(folder.database() + ": it is damaged", "put back a copy", "delete the study");
        assertThat(folder.database()).hasBinaryContent(before);
    }

    @Test
    void folderThatCannotBeWrittenTo_isAWrongCall() throws Exception {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        Files.createDirectory(folder.lock());

        Called called = call("resume digits");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).startsWith("touchstone: cannot lock study 'digits': " + folder.lock());
    }

    @Test
    void listBesideABrokenStore_showsTheOthers() throws Exception {
        StoredStudy.withAFailedTrial(reports, "digits", "it broke");
        StudyFolder broken = StoredStudy.withAFailedTrial(reports, "broken", "it broke");
        Files.writeString(broken.database(), "this is no database");

        Called called = call("list");

        assertThat(called.code()).isEqualTo(3);
        assertThat(called.out()).contains("digits").contains("1 queued").contains("1 failed");
        assertThat(called.err()).startsWith("broken: ");
    }

    @Test
    void bug_isOursAndUnderDebugShowsItsTrace() {
        StringWriter err = new StringWriter();
        CommandLine broken = new CommandLine(new Broken())
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new Mistakes(true));

        int code = broken.execute();

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("out of cheese").contains("\tat ");
    }

    @Test
    void deletion_wantsTheStudysName() {
        StudyFolder folder = StoredStudy.withAFailedTrial(reports, "digits", "it broke");

        Called refused = answering("yes", "delete digits");
        Called deleted = answering("digits", "delete digits");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("nothing was deleted");
        assertThat(deleted.code()).isEqualTo(0);
        assertThat(folder.folder()).doesNotExist();
    }

    @Test
    void note_isInTheTrialsRecord() {
        StoredStudy.withAFailedTrial(reports, "digits", "it broke");

        Called noted = Called.with("note", "digits", "--trial", "1", "look at this", "--reports", reports.toString());

        assertThat(noted.code()).isEqualTo(0);
        assertThat(call("show digits --trial 1").out()).contains("look at this");
    }

    @Test
    void hostileText_cannotWriteOnTheTerminalAsItLikes() {
        StoredStudy.withAFailedTrial(reports, "digits", "\u001b[2J\u202eevil\r");

        Called called = call("show digits --trial 1");

        assertThat(called.out()).contains("\\u001b[2J\\u202eevil\\u000d").doesNotContain("\u001b", "\u202e", "\r");
    }

    private Called call(String line) {
        String[] words = line.split(" ");
        String[] call = Arrays.copyOf(words, words.length + 2);
        if (!line.startsWith("swep")) {
            call[words.length] = "--reports";
            call[words.length + 1] = reports.toString();
            return Called.with(call);
        }
        return Called.with(words);
    }

    private Called answering(String answer, String line) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((answer + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return call(line);
        } finally {
            System.setIn(before);
        }
    }

    @CommandLine.Command(name = "broken")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("out of cheese");
        }
    }
}

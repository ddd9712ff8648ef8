package dev.touchstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.RowHunt;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.execution.SmallSweep;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever has the files of a study may try by the command alone; each must give no row and no uncounted figure. */
class VaultAttackTest {
    @TempDir
    static Path swept;

    @TempDir
    Path folder;

    private final List<Called> calls = new ArrayList<>();

    @BeforeAll
    static void sweepOnce() throws IOException {
        VaultAttackTest first = new VaultAttackTest();
        first.folder = swept;
        first.sweep(first.spec("small"));
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(swept)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, folder.resolve(swept.relativize(file)));
            }
        }
    }

    @Test
    void everyFileAndAllThatIsPrinted_holdNoSealedRowAndNoKey() throws Exception {
        call("best", "small", "--to", folder.resolve("model").toString());
        call("test", "small", "--trial", "1", "--reason", "the end");
        call("report", "small");
        call("show", "small", "--json");
        call("show", "small", "--trial", "1");
        assertThat(calls).allMatch(called -> called.code() == 0);

        RowHunt hunt = RowHunt.forSealed(Studies.prepare(SpecFile.read(folder.resolve("small.yaml"), Overrides.NONE)
                        .spec()))
                .bytes(System.getenv(VaultKeys.KEY_VARIABLE).getBytes(UTF_8));
        assertThat(hunt.filesBelow(folder)).isEmpty();
        for (Called called : calls) {
            assertThat(hunt.in((called.out() + called.err()).getBytes(UTF_8))).isZero();
        }
    }

    @Test
    void renamedStudy_goesOnCounting() throws IOException {
        call("test", "small", "--trial", "1", "--reason", "first");
        Path renamed = spec("renamed");
        sweep(renamed);

        Called tested = call("test", "renamed", "--trial", "1", "--reason", "again as new");

        assertThat(tested.code()).as(tested.err()).isZero();
        assertThat(tested.out()).contains("this is number 2 of the data set's test rows");
        assertThat(openings("renamed")).isEqualTo(2);
        assertThat(openings("small")).isEqualTo(2);
    }

    @Test
    void otherSplitSeed_goesOnCounting() throws IOException {
        call("test", "small", "--trial", "1", "--reason", "first");
        sweep(reseeded("reseeded"));

        Called tested = call("test", "reseeded", "--trial", "1", "--reason", "luckier rows");

        assertThat(tested.out()).contains("this is number 2 of the data set's test rows");
        assertThat(openings("small")).isEqualTo(2);
    }

    @Test
    void rowDropped_goesOnCountingAndIsToldEverywhere() throws IOException {
        call("test", "small", "--trial", "1", "--reason", "first");
        sweep(spec("copied", changedCopy()));

        Called tested = call("test", "copied", "--trial", "1", "--reason", "as if new");

        assertThat(tested.code()).as(tested.err()).isZero();
        assertThat(tested.out())
                .contains("this is number 2 of the data set's test rows")
                .containsPattern("counts trial 1 of small on .* it saw \\d+ of these rows in a changed copy");
        JsonNode opening = Json.tree(call("show", "copied", "--json").out()).at("/test/openings/0");
        assertThat(opening.at("/related/0/study").asText()).isEqualTo("small");
        assertThat(opening.at("/related/0/rows").asInt()).isPositive();
        double low = opening.at("/intervals/accuracy/0").asDouble();
        assertThat(opening.at("/corrected/accuracy/0").asDouble()).isLessThan(low);
        assertThat(study("copied").ledger())
                .content()
                .contains("\"related\":[{\"hash\":\"")
                .contains("\"corrected\":{\"accuracy\":[");
        call("report", "copied");
        assertThat(Files.readString(study("copied").report()))
                .contains("Counts trial 1 of small by")
                .contains("with all openings before:");
    }

    @Test
    void studyOfTheSameNameOnAChangedCopy_isAskedForAgain() throws IOException {
        call("test", "small", "--trial", "1", "--reason", "first");
        call("delete", "small", "--yes");
        sweep(spec("small", changedCopy()));

        Called refused = call("test", "small", "--trial", "1", "--reason", "as if new");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("already saw the test split").contains("add --again");
    }

    @Test
    void removedSalt_isToldAndRefused() throws IOException {
        call("test", "small", "--trial", "1", "--reason", "first");
        Files.delete(folder.resolve("configuration/vault/seen/salt"));
        sweep(spec("copied", changedCopy()));

        Called tested = call("test", "copied", "--trial", "1", "--reason", "as if new");

        assertThat(tested.code()).isEqualTo(2);
        assertThat(tested.err().lines())
                .singleElement()
                .asString()
                .contains("test rows that were opened before cannot be recognised any more");
    }

    private Path changedCopy() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("search-spaces", "data", "breast-cancer.csv"));
        return Files.write(folder.resolve("copy.csv"), lines.subList(0, lines.size() - 1));
    }

    private Path spec(String study, Path data) throws IOException {
        Path named = spec(study);
        return Files.writeString(named, Files.readString(named).replaceFirst("csv: '[^']+'", "csv: '" + data + "'"));
    }

    @Test
    void sealedFileOfAnotherStudy_isRefused() throws IOException {
        sweep(reseeded("other"));
        Files.copy(study("other").sealedTest(), study("small").sealedTest(), StandardCopyOption.REPLACE_EXISTING);

        Called tested = call("test", "small", "--trial", "1", "--reason", "swapped");

        assertThat(tested.code()).isEqualTo(2);
        assertThat(tested.err()).contains("is the test split of another study");
        assertThat(study("small").ledger()).doesNotExist();
    }

    @Test
    void deletedLedger_isToldAndRefused() throws IOException {
        call("test", "small", "--trial", "1", "--reason", "first");
        Files.delete(study("small").ledger());

        Called tested = call("test", "small", "--trial", "1", "--reason", "as if first");

        assertThat(tested.code()).isEqualTo(2);
        assertThat(tested.err()).contains("is missing");
        assertThat(call("show", "small").out())
                .contains("its record was changed")
                .contains("is missing");
        call("report", "small");
        assertThat(Files.readString(study("small").report()))
                .contains("The record of its openings was changed")
                .doesNotContain("no test figure exists");
    }

    @Test
    void deathBeforeTheResult_isCountedAndTold() {
        OpeningRequest request = new OpeningRequest("small", 1, "cut short");
        Studies studies = new Studies(
                folder.resolve("reports"),
                VaultKeys.of(Map.of(
                        VaultKeys.KEY_VARIABLE,
                        System.getenv(VaultKeys.KEY_VARIABLE),
                        "TOUCHSTONE_CONFIG",
                        folder.resolve("configuration").toString())),
                Clock.systemUTC());
        assertThatThrownBy(() -> studies.vault("small").open(request, (test, earlier) -> {
                    throw new OutOfMemoryError("in the scorer");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        Called refused = call("test", "small", "--trial", "1", "--reason", "once more");
        Called tested = call("test", "small", "--trial", "1", "--reason", "once more", "--again");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("already saw the test split").contains("cut short");
        assertThat(tested.out()).contains("this is number 2 of the data set's test rows, 1 before came to no result");
    }

    private int openings(String study) {
        return Json.tree(call("show", study, "--json").out())
                .at("/test/openings")
                .size();
    }

    private StudyFolder study(String name) {
        return new StudyFolder(folder.resolve("reports"), name);
    }

    private Path spec(String study) throws IOException {
        new SmallSweep(folder, SmallSweep.SPACE, 1, SmallSweep.NO_GATES);
        Path small = folder.resolve("small.yaml");
        Path named = folder.resolve(study + ".yaml");
        return Files.writeString(named, Files.readString(small).replace("study: small", "study: " + study));
    }

    private Path reseeded(String study) throws IOException {
        Path named = spec(study);
        String split = "  split: {train: 0.7, validation: 0.15, test: 0.15, seed: 99}\n";
        return Files.writeString(named, Files.readString(named).replace("  normalise:", split + "  normalise:"));
    }

    private void sweep(Path file) {
        Called swept = call("sweep", file.toString(), "--on", "threads");
        assertThat(swept.code()).as(swept.err()).isZero();
    }

    private Called call(String... arguments) {
        String[] whole = Arrays.copyOf(arguments, arguments.length + 2);
        whole[arguments.length] = "--reports";
        whole[arguments.length + 1] = folder.resolve("reports").toString();
        Called called = Called.by(folder.resolve("configuration"), whole);
        calls.add(called);
        return called;
    }
}

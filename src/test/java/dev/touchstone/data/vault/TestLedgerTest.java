package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.data.vault.LedgerEntry.Intent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLedgerTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new VaultFixture(folder);
    }

    @Test
    void missingFile_hasNoOpening() {
        assertThat(fixture.ledger().openings("ab")).isEmpty();
    }

    @Test
    void otherDataSet_hasItsOwnChain() {
        fixture.sealed().open(VaultFixture.trial(1), VaultFixture::score);
        assertThat(fixture.ledger().openings("ab")).isEmpty();
        assertThat(openings()).hasSize(1);
    }

    @Test
    void mergedBranches_areFollowedByOneLineWithTwoParents() throws IOException {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        List<String> theirs = openedElsewhere(2, 3);
        vault.openAgain(VaultFixture.trial(4), VaultFixture::score);
        Set<String> merged = new LinkedHashSet<>(fixture.lines());
        merged.addAll(theirs);
        Files.write(fixture.ledgerFile(), merged);

        vault.openAgain(VaultFixture.trial(5), VaultFixture::score);

        LedgerEntry intent = LedgerLine.parse(fixture.lines().get(8)).entry();
        assertThat(intent.parents())
                .containsExactlyInAnyOrder(
                        LedgerLine.parse(fixture.lines().get(3)).hash(),
                        LedgerLine.parse(theirs.get(theirs.size() - 1)).hash());
        assertThat(openings()).extracting(TestOpening::trial).containsExactly(1, 4, 2, 3, 5);
        vault.openAgain(VaultFixture.trial(6), VaultFixture::score);
    }

    @Test
    void ensemble_countsAsAnOpeningLikeATrial() throws IOException {
        TestVault vault = fixture.sealed();
        OpeningRequest request = new OpeningRequest("cells", Examinee.ensemble(2), "together");
        vault.open(request, VaultFixture::score);

        assertThat(fixture.lines().get(0)).contains("\"ensemble\":2").doesNotContain("\"trial\"");
        assertThat(openings()).extracting(TestOpening::examinee).containsExactly(Examinee.ensemble(2));
        assertThatThrownBy(() -> vault.open(VaultFixture.trial(1), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ensemble 2 of cells already saw the test split")
                .hasMessageContaining("--again to open it for trial 1");
        vault.openAgain(VaultFixture.trial(1), VaultFixture::score);
        assertThatThrownBy(() -> vault.open(request, VaultFixture::score))
                .hasMessageContaining("--again to open it for ensemble 2");
        assertThat(fixture.lines()).hasSize(4);
    }

    @Test
    void pulledLines_areFollowed() throws IOException {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        Files.write(fixture.ledgerFile(), openedElsewhere(2, 3));

        vault.openAgain(VaultFixture.trial(4), VaultFixture::score);

        assertThat(openings()).extracting(TestOpening::trial).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<<<<<<< HEAD", "{}", "{\"kind\":\"intent\"}", "null", "[]"})
    void malformedLine_isRefusedWithItsNumber(String line) throws IOException {
        fixture.sealed().open(VaultFixture.trial(1), VaultFixture::score);
        List<String> lines = fixture.lines();
        Files.write(fixture.ledgerFile(), List.of(lines.get(0), line, lines.get(1)));
        refused(":2: not a line of a test ledger");
    }

    @Test
    void unknownKindWithARightHash_isRefused() throws IOException {
        String json = "{\"kind\":\"java.lang.Runtime\"}";
        refusedEntry(json, ":1: not JSON of LedgerEntry");
    }

    @Test
    void missingFieldWithARightHash_isRefused() throws IOException {
        refusedEntry(
                "{\"kind\":\"intent\",\"time\":\"t\",\"fingerprint\":\"ab\",\"parents\":[]}",
                ":1: a field is missing, unknown or out of place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"trial\":1,\"ensemble\":2,"})
    void lookOfNothingOrOfTwoThings_isRefused(String examinees) throws IOException {
        refusedEntry(
                "{\"kind\":\"intent\",\"time\":\"t\",\"fingerprint\":\"ab\",\"seal\":\"cd\",\"parents\":[],"
                        + "\"study\":\"s\"," + examinees + "\"reason\":\"r\",\"user\":\"u\"}",
                ":1: a field is missing, unknown or out of place");
    }

    @Test
    void repeatedLine_isRefused() throws IOException {
        fixture.sealed().open(VaultFixture.trial(1), VaultFixture::score);
        String first = fixture.lines().get(0);
        Files.write(fixture.ledgerFile(), List.of(first, first));
        refused(":2: repeats line 1");
    }

    @Test
    void lineWithoutItsEnd_isRefused() throws IOException {
        fixture.sealed().open(VaultFixture.trial(1), VaultFixture::score);
        Files.writeString(fixture.ledgerFile(), String.join("\n", fixture.lines()));
        refused(":2: cut off: found no line end");
    }

    @Test
    void windowsLineEnds_changeNothing() throws IOException {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        Files.writeString(fixture.ledgerFile(), String.join("\r\n", fixture.lines()) + "\r\n");
        vault.openAgain(VaultFixture.trial(2), VaultFixture::score);
        assertThat(openings()).hasSize(2);
    }

    @Test
    void lineOfTheLedger_readsAsWritten() {
        Intent intent = new Intent("t", "ab", "cd", List.of("ef"), "s", 1, null, "r", "u", null);
        LedgerLine line = LedgerLine.of(intent);
        assertThat(LedgerLine.parse(line.text())).isEqualTo(line);
        assertThat(line.text()).startsWith("{\"kind\":\"intent\",\"time\":\"t\",");
    }

    /** The ledger after others, with the same data but a vault of their own, went on from its present state. */
    private List<String> openedElsewhere(int... trials) throws IOException {
        VaultFixture others = new VaultFixture(folder.resolve("others"));
        TestVault vault = others.sealed();
        Files.copy(fixture.ledgerFile(), others.ledgerFile());
        for (int trial : trials) {
            vault.openAgain(VaultFixture.trial(trial), VaultFixture::score);
        }
        return others.lines();
    }

    private void refusedEntry(String json, String message) throws IOException {
        String hash = Sha256.of(json.getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(fixture.ledgerFile().getParent());
        Files.writeString(fixture.ledgerFile(), json.substring(0, json.length() - 1) + ",\"hash\":\"" + hash + "\"}\n");
        refused(message);
    }

    private void refused(String message) {
        assertThatThrownBy(this::openings)
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(fixture.ledgerFile() + message);
    }

    private List<TestOpening> openings() {
        return fixture.ledger().openings(VaultFixture.split(1).fingerprint());
    }
}

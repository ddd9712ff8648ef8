package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After two openings, one of the three witnesses is changed; the next opening must say which and write nothing. */
class TestVaultTamperingTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;
    private TestVault vault;
    private byte[] earlierSealed;
    private byte[] earlierKeys;

    @BeforeEach
    void openedTwice() throws IOException {
        fixture = new VaultFixture(folder);
        vault = fixture.sealed();
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        earlierSealed = Files.readAllBytes(fixture.sealedFile());
        earlierKeys = Files.readAllBytes(fixture.keyFile());
        vault.openAgain(VaultFixture.trial(2), VaultFixture::score);
    }

    @Test
    void untouched_opens() {
        assertThat(vault.openAgain(VaultFixture.trial(3), VaultFixture::score)).isEqualTo(VaultFixture.SCORE);
    }

    @Test
    void stateOfARecordThatWasSetBack_isAnObjectionAndNotSealed() throws IOException {
        assertThat(vault.state().orElseThrow().objection()).isEmpty();
        Files.delete(fixture.ledgerFile());

        VaultState state = vault.state().orElseThrow();

        assertThat(state.objection()).hasValueSatisfying(why -> assertThat(why).contains("is missing"));
        assertThat(state.opened()).isTrue();
        assertThat(state.openings()).isEmpty();
    }

    @Test
    void deletedLastLine_isMissing() throws IOException {
        List<String> lines = fixture.lines();
        Files.write(fixture.ledgerFile(), lines.subList(0, 3));
        refused(fixture.ledgerFile() + ": the line with the hash " + hash(lines.get(3)) + " is missing");
    }

    @Test
    void deletedLastLine_isMissingForTheSealedFileAlone() throws IOException {
        List<String> lines = fixture.lines();
        Files.write(fixture.ledgerFile(), lines.subList(0, 2));
        Files.write(fixture.keyFile(), earlierKeys);
        refused("is missing (" + fixture.sealedFile() + " knows it)");
    }

    @Test
    void deletedLastLine_isMissingForTheKeyFolderAlone() throws IOException {
        Files.write(fixture.ledgerFile(), fixture.lines().subList(0, 2));
        Files.write(fixture.sealedFile(), earlierSealed);
        refused("is missing (your key folder knows it, from " + fixture.ledgerFile() + ")");
    }

    @Test
    void deletedLedger_isMissing() throws IOException {
        Files.delete(fixture.ledgerFile());
        refused("is missing");
    }

    @Test
    void deletedMiddleLine_isMissedByTheNext() throws IOException {
        List<String> lines = fixture.lines();
        Files.write(fixture.ledgerFile(), List.of(lines.get(0), lines.get(1), lines.get(3)));
        refused(fixture.ledgerFile() + ":3: the line with the hash " + hash(lines.get(2))
                + ", which this one follows, is missing");
    }

    @Test
    void editedLine_isNamed() throws IOException {
        Files.writeString(
                fixture.ledgerFile(), Files.readString(fixture.ledgerFile()).replaceFirst("0\\.97", "0.99"));
        refused(fixture.ledgerFile() + ":2: this line was edited: its text does not match its hash");
    }

    @Test
    void sealedFileSetBack_isNamed() throws IOException {
        Files.write(fixture.sealedFile(), earlierSealed);
        refused(fixture.sealedFile() + ": was set back: it does not know its last opening");
    }

    @Test
    void keyFolderSetBack_isNamed() throws IOException {
        Files.write(fixture.keyFile(), earlierKeys);
        refused("your key folder was set back");
    }

    @Test
    void keyFolderSetBackToTheStart_isNamed() throws IOException {
        String keys = Files.readString(fixture.keyFile());
        Files.writeString(fixture.keyFile(), keys.replaceFirst("\"hash\":\"\\w+\"", "\"hash\":null"));
        refused("your key folder was set back");
    }

    @Test
    void truncatedSealedFile_isDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.sealedFile());
        Files.write(fixture.sealedFile(), Arrays.copyOf(bytes, bytes.length - 1));
        refused("the file is damaged");
        Files.write(fixture.sealedFile(), Arrays.copyOf(bytes, 20));
        refused(fixture.sealedFile() + ": not a sealed test split");
    }

    @Test
    void changedRows_neverReachTheScorer() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.sealedFile());
        bytes[bytes.length - 100] ^= 1;
        Files.write(fixture.sealedFile(), bytes);
        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(3), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessage("the sealed test split was changed since it was sealed; it cannot be opened");
    }

    @Test
    void changedHeader_neverReachesTheScorer() throws IOException {
        String seal = SealedFile.read(fixture.sealedFile()).header().seal();
        String otherSeal = new StringBuilder(seal).reverse().toString();
        Files.writeString(
                fixture.sealedFile(),
                Files.readString(fixture.sealedFile(), ISO_8859_1).replace(seal, otherSeal),
                ISO_8859_1);
        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(3), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it cannot be opened");
    }

    @Test
    void fingerprintThatNamesAnotherFolder_isRefused() throws IOException {
        SealedHeader header = SealedFile.read(fixture.sealedFile()).header();
        Files.writeString(
                fixture.sealedFile(),
                Files.readString(fixture.sealedFile(), ISO_8859_1)
                        .replace(header.fingerprint(), "../".repeat(20) + "aaaa"),
                ISO_8859_1);
        refused("expected hexadecimal digits");
    }

    @Test
    void ledgerDeletedDuringTheScoring_givesNoFigure() {
        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(3), (test, earlier) -> {
                    delete(fixture.ledgerFile());
                    return VaultFixture.SCORE;
                }))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is missing");
        assertThat(fixture.ledgerFile()).doesNotExist();
        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(4), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is missing");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherReportsFolder_doesNotStartAnew() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        TestVault other = new TestVault(
                elsewhere.resolve("cells").resolve("test.sealed"),
                new TestLedger(elsewhere.resolve("test-ledger.jsonl")),
                fixture.keys(),
                Clock.systemUTC());
        other.seal(VaultFixture.split(1), VaultFixture.PREPARED);

        refused(other, "is missing (your key folder knows it, from " + fixture.ledgerFile() + ")");
    }

    @Test
    void sealedAnewWithTheLedgerDeleted_doesNotStartAnew() throws IOException {
        Files.delete(fixture.ledgerFile());
        Files.delete(fixture.sealedFile());
        vault.seal(VaultFixture.split(1), VaultFixture.PREPARED);
        refused("is missing (your key folder knows it");
    }

    @Test
    void otherSplitSeedWithTheLedgerDeleted_doesNotStartAnew() throws IOException {
        Files.delete(fixture.ledgerFile());
        vault.seal(VaultFixture.split(2), VaultFixture.PREPARED);
        refused("is missing (your key folder knows it");
    }

    private void refused(String message) throws IOException {
        refused(vault, message);
    }

    private void refused(TestVault changed, String message) throws IOException {
        byte[] ledger = Files.exists(fixture.ledgerFile()) ? Files.readAllBytes(fixture.ledgerFile()) : new byte[0];
        byte[] sealed = Files.readAllBytes(fixture.sealedFile());
        byte[] keys = Files.readAllBytes(fixture.keyFile());

        assertThatThrownBy(() -> changed.openAgain(VaultFixture.trial(3), (test, earlier) -> {
                    throw new AssertionError("the test split is open");
                }))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(fixture.configuration().toString());

        assertThat(Files.exists(fixture.ledgerFile()) ? Files.readAllBytes(fixture.ledgerFile()) : new byte[0])
                .isEqualTo(ledger);
        assertThat(fixture.sealedFile()).hasBinaryContent(sealed);
        assertThat(fixture.keyFile()).hasBinaryContent(keys);
    }

    private static String hash(String line) {
        return LedgerLine.parse(line).hash();
    }
}

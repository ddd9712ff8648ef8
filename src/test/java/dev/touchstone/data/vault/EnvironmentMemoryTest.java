package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of openings under a key that comes from the environment. */
class EnvironmentMemoryTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;
    private TestVault vault;

    @BeforeEach
    void seal() {
        fixture = new VaultFixture(folder);
        vault = fixture.vault(fixture.environmentKey());
        vault.seal(VaultFixture.split(1), VaultFixture.PREPARED);
    }

    @Test
    void ledgerAndSealedFileSetBackTogether_areNoticed() throws IOException {
        byte[] sealed = Files.readAllBytes(fixture.sealedFile());
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        Files.write(fixture.sealedFile(), sealed);
        Files.delete(fixture.ledgerFile());

        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(2), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is missing (your key folder knows it");
        assertThat(vault.state().orElseThrow().objection()).isPresent();
    }

    @Test
    void anotherReportsFolder_doesNotStartAnew() {
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        Path elsewhere = folder.resolve("elsewhere");
        TestVault other = new TestVault(
                elsewhere.resolve("cells").resolve("test.sealed"),
                new TestLedger(elsewhere.resolve("test-ledger.jsonl")),
                fixture.environmentKey(),
                Clock.systemUTC());
        other.seal(VaultFixture.split(1), VaultFixture.PREPARED);

        assertThatThrownBy(() -> other.open(VaultFixture.trial(1), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is missing (your key folder knows it");
    }

    @Test
    void sealing_leavesNothing() {
        assertThat(fixture.configuration()).doesNotExist();
    }

    @Test
    void otherMachineWithTheLedger_goesOn() throws IOException {
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        Files.move(fixture.configuration(), folder.resolve("of another machine"));

        vault.openAgain(VaultFixture.trial(2), VaultFixture::score);

        assertThat(fixture.lines()).hasSize(4);
    }

    @Test
    void folderThatCannotBeWritten_isToldInOneLineAndNothingIsOpened() throws IOException {
        Files.createFile(fixture.configuration());

        assertThatThrownBy(() -> vault.open(VaultFixture.trial(1), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessage("TOUCHSTONE_TEST_KEY: openings are remembered in the configuration folder, which cannot be"
                        + " written to; let TOUCHSTONE_CONFIG name a folder that can");
        assertThat(fixture.ledgerFile()).doesNotExist();
        assertThat(vault.state().orElseThrow().opened()).isFalse();
    }
}

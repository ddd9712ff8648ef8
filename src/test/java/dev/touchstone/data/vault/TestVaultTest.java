package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.data.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestVaultTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new VaultFixture(folder);
    }

    @Test
    void sealing_writesNoLineAndShowsNoRow() throws IOException {
        TestVault vault = fixture.sealed();

        assertThat(fixture.ledgerFile()).doesNotExist();
        assertThat(vault.state().orElseThrow().opened()).isFalse();
        assertThat(vault.state().orElseThrow().rows()).isEqualTo(VaultFixture.TEST_ROWS);
        assertThat(Files.size(fixture.sealedFile())).isGreaterThan(VaultFixture.TEST_ROWS * 31 * 4);
    }

    @Test
    void nothingSealed_hasNoState() {
        assertThat(fixture.vault().state()).isEmpty();
    }

    @Test
    void opening_givesTheSealedRowsToTheScorer() {
        List<Rows> seen = new ArrayList<>();

        TestScore score = fixture.sealed().open(VaultFixture.trial(3), (test, earlier) -> {
            seen.add(test);
            return VaultFixture.SCORE;
        });

        assertThat(score).isEqualTo(VaultFixture.SCORE);
        assertThat(seen).singleElement().satisfies(rows -> {
            assertThat(rows.count()).isEqualTo(VaultFixture.TEST_ROWS);
            assertThat(rows.width()).isEqualTo(30);
            assertThat(rows.labels()).containsOnly(0, 1);
            assertThat(rows.numbers()).doesNotContain(Float.NaN);
        });
    }

    @Test
    void intent_isOnTheLedgerBeforeTheRowsAreOpen() {
        fixture.sealed().open(VaultFixture.trial(3), (test, earlier) -> {
            assertThat(openings())
                    .singleElement()
                    .satisfies(opening -> assertThat(opening.score()).isEmpty());
            return VaultFixture.SCORE;
        });
    }

    @Test
    void opening_leavesWhoWhenWhyAndTheScore() throws IOException {
        fixture.sealed().open(VaultFixture.trial(3), VaultFixture::score);

        assertThat(fixture.lines()).hasSize(2);
        assertThat(openings()).singleElement().satisfies(opening -> {
            assertThat(opening.time()).isEqualTo("2026-08-01T09:30:00Z");
            assertThat(opening.study()).isEqualTo("cells");
            assertThat(opening.trial()).isEqualTo(3);
            assertThat(opening.reason()).isEqualTo("final figure");
            assertThat(opening.user()).isEqualTo(System.getProperty("user.name"));
            assertThat(opening.score()).contains(VaultFixture.SCORE);
        });
        assertThat(fixture.vault().state().orElseThrow().opened()).isTrue();
    }

    @Test
    void sameTrialAgain_isRefusedBeforeAnythingIsWritten() throws IOException {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(3), VaultFixture::score);
        List<String> lines = fixture.lines();

        assertThatThrownBy(() -> vault.open(VaultFixture.trial(3), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessage("trial 3 of cells already saw the test split on 2026-08-01T09:30:00Z (final figure);"
                        + " add --again to open it for trial 3, too: the data set's 2 openings widen its 95 % interval by"
                        + " 14 %");
        assertThat(fixture.lines()).isEqualTo(lines);
    }

    @Test
    void openAgain_isOneMoreOpening() {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(3), VaultFixture::score);
        vault.openAgain(VaultFixture.trial(3), VaultFixture::score);
        assertThat(openings()).hasSize(2);
    }

    @Test
    void anotherTrial_isAskedForAgainAndIsOneMoreOpening() {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(3), VaultFixture::score);

        assertThatThrownBy(() -> vault.open(VaultFixture.trial(4), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("trial 3 of cells already saw the test split")
                .hasMessageContaining("add --again to open it for trial 4, too");
        vault.openAgain(VaultFixture.trial(4), VaultFixture::score);

        assertThat(openings()).extracting(TestOpening::trial).containsExactly(3, 4);
    }

    @Test
    void scorer_isToldOfTheOpeningsBefore() {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(3), VaultFixture::score);

        vault.openAgain(VaultFixture.trial(4), (test, earlier) -> {
            assertThat(earlier.openings()).extracting(TestOpening::trial).containsExactly(3);
            return VaultFixture.SCORE;
        });
    }

    @Test
    void otherTrainAndValidationRows_areRefused() {
        TestVault vault = fixture.sealed();
        vault.requireSealedWith(VaultFixture.PREPARED);
        assertThatThrownBy(() -> vault.requireSealedWith(Sha256.of(new byte[] {2})))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(fixture.sealedFile() + ": is the test split of another study");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fileOfAnEarlierFormat_isShownAndNotOpened(int version) throws IOException {
        TestVault vault = fixture.sealed();
        SealedFile sealed = SealedFile.read(fixture.sealedFile());
        SealedHeader now = sealed.header();
        SealedHeader then = new SealedHeader(
                "touchstone-sealed-test/" + version,
                now.cipher(),
                now.fingerprint(),
                now.keyId(),
                now.keyCheck(),
                now.seal(),
                now.rows(),
                now.width(),
                now.nonce(),
                version == 1 ? null : now.preparedData(),
                null,
                null,
                null,
                null);
        new SealedFile(then, SealedFile.Head.NONE, new byte[0], sealed.encryptedRows()).write(fixture.sealedFile());

        assertThat(vault.state().orElseThrow().opened()).isFalse();
        assertThatThrownBy(() -> vault.requireSealedWith(VaultFixture.PREPARED))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(fixture.sealedFile() + ": was sealed by an earlier version");
    }

    @Test
    void sealingAgain_keepsTheFileAndItsOpenings() throws IOException {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(3), VaultFixture::score);
        byte[] before = Files.readAllBytes(fixture.sealedFile());

        vault.seal(VaultFixture.split(1), VaultFixture.PREPARED);

        assertThat(fixture.sealedFile()).hasBinaryContent(before);
    }

    @Test
    void otherSplit_replacesTheFileAndContinuesTheChain() {
        TestVault vault = fixture.sealed();
        vault.open(VaultFixture.trial(3), VaultFixture::score);
        vault.seal(VaultFixture.split(2), VaultFixture.PREPARED);
        vault.openAgain(VaultFixture.trial(4), VaultFixture::score);
        assertThat(vault.state().orElseThrow().openings()).hasSize(2);
    }

    @Test
    void otherStudyOnTheSameData_continuesTheChainUnderTheSameKey() throws IOException {
        fixture.sealed().open(VaultFixture.trial(3), VaultFixture::score);
        TestVault other = fixture.vault("nuclei");
        other.seal(VaultFixture.split(1), VaultFixture.PREPARED);

        other.open(new OpeningRequest("nuclei", 3, "comparison"), VaultFixture::score);
        fixture.vault().openAgain(VaultFixture.trial(5), VaultFixture::score);

        assertThat(openings()).extracting(TestOpening::study).containsExactly("cells", "nuclei", "cells");
        assertThat(SealedFile.read(fixture.sealedFile("nuclei")).header().keyId())
                .isEqualTo(SealedFile.read(fixture.sealedFile()).header().keyId());
    }

    @Test
    void lostKey_isSaidAndCuredBySealingAnew() throws IOException {
        TestVault vault = fixture.sealed();
        Files.delete(fixture.keyFile());

        assertThatThrownBy(() -> vault.open(VaultFixture.trial(3), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is neither in your configuration folder nor in TOUCHSTONE_TEST_KEY")
                .hasMessageNotContaining(fixture.configuration().toString());
        assertThat(fixture.lines()).isEmpty();

        vault.seal(VaultFixture.split(1), VaultFixture.PREPARED);
        assertThat(vault.open(VaultFixture.trial(3), VaultFixture::score)).isEqualTo(VaultFixture.SCORE);
    }

    @Test
    void wrongKey_isRefusedBeforeAnythingIsWritten() throws IOException {
        fixture.sealed();
        VaultKeys wrong = fixture.environmentKey();

        assertThatThrownBy(() -> fixture.vault(wrong).open(VaultFixture.trial(3), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("was sealed with another key than the one found");
        assertThat(fixture.lines()).isEmpty();
    }

    @Test
    void keyOfTheEnvironment_opensAndIsNotKept() throws IOException {
        TestVault vault = fixture.vault(fixture.environmentKey());
        vault.seal(VaultFixture.split(1), VaultFixture.PREPARED);

        vault.open(VaultFixture.trial(3), VaultFixture::score);
        vault.openAgain(VaultFixture.trial(4), VaultFixture::score);

        assertThat(openings()).hasSize(2);
        try (Stream<Path> files = Files.walk(fixture.configuration())) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneSatisfy(file -> assertThat(Files.readString(file, ISO_8859_1))
                            .contains(EnvironmentKeyTest.KEY.substring(0, 8)));
        }
    }

    @Test
    void blankReason_isRefused() {
        assertThatThrownBy(() -> new OpeningRequest("cells", 3, "  ")).isInstanceOf(UserError.class);
    }

    @Test
    void hostileReason_staysOneLine() throws IOException {
        String reason = "a\nb\u2028\",\"hash\":\"0\"}\r";
        fixture.sealed().open(new OpeningRequest("cells", 3, reason), VaultFixture::score);
        assertThat(fixture.lines()).hasSize(2);
        assertThat(openings()).singleElement().extracting(TestOpening::reason).isEqualTo(reason);
    }

    private List<TestOpening> openings() {
        return fixture.ledger().openings(VaultFixture.split(1).fingerprint());
    }
}

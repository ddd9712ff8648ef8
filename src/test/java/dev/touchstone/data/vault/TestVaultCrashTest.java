package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestVaultCrashTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;
    private TestVault vault;

    @BeforeEach
    void sealed() {
        fixture = new VaultFixture(folder);
        vault = fixture.sealed();
    }

    @Test
    void scorerThatFails_leavesAnOpeningWithoutResult() {
        assertThatThrownBy(() -> vault.open(VaultFixture.trial(1), (test, earlier) -> {
                    throw new OutOfMemoryError("in the scorer");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertOneWithoutResultAndUsable();
    }

    @Test
    void processThatDiesInTheScorer_leavesAnOpeningWithoutResult() throws Exception {
        Process process = VaultProcess.start("die", fixture.folder(), 1);
        assertThat(process.waitFor()).isEqualTo(VaultProcess.HALTED);
        assertOneWithoutResultAndUsable();
    }

    private void assertOneWithoutResultAndUsable() {
        assertThat(openings())
                .singleElement()
                .satisfies(opening -> assertThat(opening.score()).isEmpty());
        assertThatThrownBy(() -> vault.open(VaultFixture.trial(1), VaultFixture::score))
                .hasMessageContaining("already saw the test split");
        vault.openAgain(VaultFixture.trial(1), VaultFixture::score);
        assertThat(openings())
                .last()
                .satisfies(opening -> assertThat(opening.score()).contains(VaultFixture.SCORE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void deathAfterTheLedgersLine_isMadeGoodByTheNextOpening(int openingsBefore) throws IOException {
        openTimes(openingsBefore);
        byte[] sealed = Files.readAllBytes(fixture.sealedFile());
        byte[] keys = Files.readAllBytes(fixture.keyFile());
        dieInTheScorer();
        Files.write(fixture.sealedFile(), sealed);
        Files.write(fixture.keyFile(), keys);
        assertUsable(openingsBefore);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void deathAfterTheHeadBesideTheKey_isMadeGoodByTheNextOpening(int openingsBefore) throws IOException {
        openTimes(openingsBefore);
        byte[] sealed = Files.readAllBytes(fixture.sealedFile());
        dieInTheScorer();
        Files.write(fixture.sealedFile(), sealed);
        assertUsable(openingsBefore);
    }

    @Test
    void deathAfterTheResultsLine_isMadeGoodByTheNextOpening() throws IOException {
        byte[][] meanwhile = new byte[2][];
        vault.open(VaultFixture.trial(90), (test, earlier) -> {
            meanwhile[0] = VaultFixture.bytes(fixture.sealedFile());
            meanwhile[1] = VaultFixture.bytes(fixture.keyFile());
            return VaultFixture.SCORE;
        });
        Files.write(fixture.sealedFile(), meanwhile[0]);
        Files.write(fixture.keyFile(), meanwhile[1]);
        assertUsable(0);
    }

    private void openTimes(int openings) {
        for (int trial = 1; trial <= openings; trial++) {
            vault.openAgain(VaultFixture.trial(trial), VaultFixture::score);
        }
    }

    private void dieInTheScorer() {
        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(90), (test, earlier) -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void assertUsable(int openingsBefore) {
        vault.openAgain(VaultFixture.trial(91), VaultFixture::score);
        vault.openAgain(VaultFixture.trial(92), VaultFixture::score);
        assertThat(openings())
                .hasSize(openingsBefore + 3)
                .extracting(TestOpening::trial)
                .endsWith(90, 91, 92);
    }

    @Test
    void twoProcessesWithTwoThreads_loseNoLine() throws Exception {
        int each = 5;
        Process first = VaultProcess.start("many", fixture.folder(), each);
        Process second = VaultProcess.start("many", fixture.folder(), each);

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();

        assertThat(fixture.lines()).hasSize(2 * 2 * each * 2);
        assertThat(openings())
                .hasSize(2 * 2 * each)
                .allMatch(opening -> opening.score().isPresent());
        vault.openAgain(VaultFixture.trial(1000), VaultFixture::score);
    }

    @Test
    void sameStudyOpenedByTwoProcessesAtOnce_isOpenedOnce() throws Exception {
        Process first = VaultProcess.start("once", fixture.folder(), 1);
        Process second = VaultProcess.start("once", fixture.folder(), 2);

        assertThat(List.of(first.waitFor(), second.waitFor()))
                .containsExactlyInAnyOrder(VaultProcess.OPENED, VaultProcess.REFUSED);
        assertThat(openings())
                .singleElement()
                .satisfies(opening -> assertThat(opening.score()).contains(VaultFixture.SCORE));
    }

    @Test
    void sameDataOpenedInTwoReportsFoldersAtOnce_isOpenedOnce() throws Exception {
        VaultFixture elsewhere = new VaultFixture(Files.createDirectory(folder.resolve("elsewhere")));
        Files.createSymbolicLink(elsewhere.configuration(), fixture.configuration());
        elsewhere.sealed();

        Process first = VaultProcess.start("once", fixture.folder(), 1);
        Process second = VaultProcess.start("once", elsewhere.folder(), 1);

        assertThat(List.of(first.waitFor(), second.waitFor()))
                .containsExactlyInAnyOrder(VaultProcess.OPENED, VaultProcess.REFUSED);
    }

    private List<TestOpening> openings() {
        return fixture.ledger().openings(VaultFixture.split(1).fingerprint());
    }
}

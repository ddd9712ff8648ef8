package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that take copies of one sealed file. */
class SharedTestTest {
    @TempDir
    private Path folder;

    private VaultFixture fixture;
    private Path shared;

    @BeforeEach
    void seal() throws IOException {
        fixture = new VaultFixture(folder);
        shared = folder.resolve("team").resolve("test.sealed");
        SharedTest.seal(VaultFixture.split(1), VaultFixture.PREPARED, fixture.keys(), shared);
    }

    @Test
    void studiesOfTheSealer_openTheirCopiesAndCountTogether() {
        adopted("cells").open(VaultFixture.trial(1), VaultFixture::score);
        adopted("nuclei").open(new OpeningRequest("nuclei", 2, "comparison"), VaultFixture::score);

        assertThat(fixture.vault("cells").state().orElseThrow().openings()).hasSize(2);
        fixture.vault("cells").openAgain(VaultFixture.trial(3), VaultFixture::score);
    }

    @Test
    void othersWithoutTheKey_openNothing() throws IOException {
        adopted("cells");
        VaultKeys others = VaultKeys.inFolder(folder.resolve("others"));

        assertThatThrownBy(() -> fixture.vault(others).open(VaultFixture.trial(1), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is neither in your configuration folder nor in TOUCHSTONE_TEST_KEY");
        assertThat(fixture.lines()).isEmpty();
    }

    @Test
    void takingItAgain_forgetsNoOpening() throws IOException {
        adopted("cells").open(VaultFixture.trial(1), VaultFixture::score);
        byte[] opened = Files.readAllBytes(fixture.sealedFile());

        adopted("cells");

        assertThat(fixture.sealedFile()).hasBinaryContent(opened);
    }

    @Test
    void copySetBack_isNoticed() throws IOException {
        TestVault vault = adopted("cells");
        vault.open(VaultFixture.trial(1), VaultFixture::score);
        byte[] once = Files.readAllBytes(fixture.sealedFile());
        vault.openAgain(VaultFixture.trial(2), VaultFixture::score);
        Files.write(fixture.sealedFile(), once);

        assertThatThrownBy(() -> vault.openAgain(VaultFixture.trial(3), VaultFixture::score))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was set back");
    }

    @Test
    void testSplitOfOtherRows_isNotTaken() {
        TestVault vault = fixture.vault();

        assertThatThrownBy(() -> vault.adopt(shared, "ab".repeat(32)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(shared + ": is the test split of another study");
        assertThat(fixture.sealedFile()).doesNotExist();
    }

    private TestVault adopted(String study) {
        TestVault vault = fixture.vault(study);
        vault.adopt(shared, VaultFixture.PREPARED);
        return vault;
    }
}

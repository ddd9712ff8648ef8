package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFolderTest {
    @TempDir
    private Path folder;

    @Test
    void key_isDrawnOnceForASplit() {
        VaultKeys keys = VaultKeys.inFolder(folder);
        byte[] key = keys.findOrMake("ab", "01").getEncoded();

        assertThat(key).hasSize(32);
        assertThat(keys.findOrMake("ab", "01").getEncoded()).isEqualTo(key);
        assertThat(keys.find("ab", "01").orElseThrow().getEncoded()).isEqualTo(key);
        assertThat(keys.findOrMake("ab", "02").getEncoded()).isNotEqualTo(key);
        assertThat(keys.findOrMake("cd", "01").getEncoded()).isNotEqualTo(key);
    }

    @Test
    void lookingForAKey_leavesNothing() {
        assertThat(VaultKeys.inFolder(folder.resolve("none")).find("ab", "01")).isEmpty();
        assertThat(VaultKeys.inFolder(folder.resolve("none")).head("ab")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void head_isKeptBesideTheKeys() {
        VaultKeys keys = VaultKeys.inFolder(folder);
        byte[] key = keys.findOrMake("ab", "01").getEncoded();
        assertThat(keys.head("ab")).contains(KeptHead.NONE);

        keys.keepHead("ab", new KeptHead("ef", "ledger", "0a"));
        keys.findOrMake("ab", "02");

        assertThat(keys.head("ab")).contains(new KeptHead("ef", "ledger", "0a"));
        assertThat(keys.find("ab", "01").orElseThrow().getEncoded()).isEqualTo(key);
    }

    @Test
    void filesAndFolders_areTheOwnersOnly() throws IOException {
        Path configuration = folder.resolve("touchstone");
        VaultKeys keys = VaultKeys.inFolder(configuration);
        keys.findOrMake("ab", "01");
        keys.keepHead("ab", new KeptHead("ef", "ledger", "0a"));

        assertThat(permissions(configuration)).isEqualTo("rwx------");
        assertThat(permissions(configuration.resolve("vault"))).isEqualTo("rwx------");
        assertThat(permissions(configuration.resolve("vault").resolve("ab.json")))
                .isEqualTo("rw-------");
    }

    @Test
    void damagedFile_isSaidWithoutItsPlaceOrContent() throws IOException {
        VaultKeys keys = VaultKeys.inFolder(folder);
        String key =
                Base64.getEncoder().encodeToString(keys.findOrMake("ab", "01").getEncoded());
        Path file = folder.resolve("vault").resolve("ab.json");
        Files.writeString(file, Files.readString(file).replace("{\"keys\":{", "{\"keys\":["));

        assertThatThrownBy(() -> keys.find("ab", "01"))
                .hasMessageContaining("the keys in the configuration folder cannot be read or written")
                .hasMessageNotContainingAny(folder.toString(), key.substring(0, 10))
                .hasRootCauseMessage(
                        "the keys in the configuration folder cannot be read or written (IllegalArgumentException)");
    }

    @ParameterizedTest
    @CsvSource({
        "/own, /xdg, Linux, /own",
        "'', /xdg, Linux, /xdg/touchstone",
        "'', '', Linux, /home/ada/.config/touchstone",
        "'', relative, Linux, /home/ada/.config/touchstone",
        "'', '', Mac OS X, /home/ada/.config/touchstone",
        "'', '', Windows 11, /roaming/touchstone",
    })
    void configurationFolder_followsThePlatform(String own, String xdg, String system, String expected) {
        Map<String, String> environment =
                Map.of("TOUCHSTONE_CONFIG", own, "XDG_CONFIG_HOME", xdg, "APPDATA", "/roaming");
        assertThat(ConfigurationFolder.of(environment, system, Path.of("/home/ada")))
                .isEqualTo(Path.of(expected));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

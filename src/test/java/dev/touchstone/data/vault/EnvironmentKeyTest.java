package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentKeyTest {
    static final String KEY = Base64.getEncoder().encodeToString("thirty-two bytes, but not random".getBytes(UTF_8));

    @Test
    void keyOfTheEnvironment_comesBeforeTheFolder() {
        VaultKeys keys = VaultKeys.of(Map.of(VaultKeys.KEY_VARIABLE, KEY));
        assertThat(keys.find("ab", "01").orElseThrow().getEncoded()).asString().startsWith("thirty-two");
        assertThat(keys.head("ab")).isEmpty();
    }

    @Test
    void otherLength_isRefusedWithoutTheKey() {
        String sixteen = Base64.getEncoder().encodeToString(new byte[16]);
        assertThatThrownBy(() -> VaultKeys.of(Map.of(VaultKeys.KEY_VARIABLE, sixteen)))
                .isInstanceOf(UserError.class)
                .hasMessage("TOUCHSTONE_TEST_KEY: found 16 bytes, expected base64 of 32");
    }

    @Test
    void otherText_isRefusedWithoutTheKey() {
        assertThatThrownBy(() -> VaultKeys.of(Map.of(VaultKeys.KEY_VARIABLE, "~secret~")))
                .isInstanceOf(UserError.class)
                .hasMessage("TOUCHSTONE_TEST_KEY: not base64, expected base64 of 32 bytes")
                .hasNoCause();
    }
}

package dev.touchstone.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void kernelsThatOpenBlasIsToldToTake_areOnRecord() {
        assertThat(Environment.openBlas(Map.of("OPENBLAS_L2_SIZE", "512", "OPENBLAS_CORETYPE", "Haswell", "HOME", "x")))
                .contains("CORETYPE=Haswell L2_SIZE=512");
        assertThat(Environment.openBlas(Map.of("HOME", "x"))).isEmpty();
    }
}

package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedDataFormatTest {
    private static final PreparedData DATA = DataPreparation.prepare(
                    new DataSpec(RealData.digits(), List.of(1, 8, 8), SplitSpec.DEFAULT, Normalisation.STANDARDISE))
            .data();

    @Test
    void whatWasWritten_isReadBack() {
        PreparedData read = Written.andRead(DATA);
        assertThat(read).usingRecursiveComparison().isEqualTo(DATA);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 11, 12, 100, 5000})
    void cutOffBytes_areRefused(int length) {
        byte[] cut = Arrays.copyOf(Written.of(DATA), length);
        assertThatThrownBy(() -> PreparedDataFormat.read(ByteBuffer.wrap(cut)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void additionalBytes_areRefused() {
        byte[] bytes = Written.of(DATA);
        assertThatThrownBy(() -> PreparedDataFormat.read(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1))))
                .hasMessageContaining("after its header, expected");
    }

    @Test
    void anotherVersion_isRefused() {
        byte[] bytes = Written.of(DATA);
        bytes[7]++;
        assertThatThrownBy(() -> PreparedDataFormat.read(ByteBuffer.wrap(bytes)))
                .hasMessage("not prepared data of this version");
    }

    @Test
    void labelOfNoClass_isRefused() {
        byte[] bytes = Written.of(DATA);
        bytes[bytes.length - 4] = 10;
        assertThatThrownBy(() -> PreparedDataFormat.read(ByteBuffer.wrap(bytes)))
                .hasMessageContaining("none of its 10 classes");
    }

    @Test
    void hugeHeaderLength_isRefusedBeforeMemoryIsTaken() {
        byte[] bytes = Written.of(DATA);
        Arrays.fill(bytes, 8, 11, (byte) 0xFF);
        bytes[11] = 0x7F;
        assertThatThrownBy(() -> PreparedDataFormat.read(ByteBuffer.wrap(bytes)))
                .hasMessageContaining("cut off");
    }
}

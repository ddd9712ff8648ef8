package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void whatDividesRows_isReadBackAndIsUnknownOfEarlierBytes() {
        int train = DATA.train().count();
        int validation = DATA.validation().count();
        Division groups = new Division.Groups(
                new int[train], IntStream.range(0, validation).toArray());
        Division times = new Division.Times(IntStream.range(0, train).toArray(), new int[validation], 5);
        for (Division division : List.of(groups, times, new Division.Unknown())) {
            PreparedData data = new PreparedData(
                    DATA.featureNames(),
                    DATA.task(),
                    DATA.shape(),
                    DATA.train(),
                    DATA.validation(),
                    DATA.normaliser(),
                    DATA.fingerprint(),
                    DATA.testRows(),
                    DATA.encoding(),
                    DATA.notes(),
                    division);
            assertThat(Written.andRead(data).division())
                    .usingRecursiveComparison()
                    .isEqualTo(division);
        }
        assertThat(DivisionFormat.read(null, ByteBuffer.allocate(0), train, validation))
                .isEqualTo(new Division.Unknown());
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

package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** So that whoever finds no sealed row would have found one. */
class RowHuntTest {
    private static final RowHunt HUNT = new RowHunt()
            .rows(new Rows(4, new float[] {17.99f, 10.38f, 122.8f, 1, 20.57f, 17.77f, 132.9f, 1}, new int[2]));

    @Test
    void floatsOfEitherOrder_areFoundAnywhere() throws IOException {
        ByteBuffer big = ByteBuffer.allocate(17).put(1, new byte[] {9});
        big.position(3).putFloat(17.99f).putFloat(10.38f).putFloat(122.8f);
        ByteBuffer little = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        little.putDouble(20.57f).putDouble(17.77f).putDouble(132.9f);

        assertThat(HUNT.in(big.array())).isEqualTo(1);
        assertThat(HUNT.in(little.array())).isEqualTo(1);
    }

    @Test
    void text_isFoundInPlainAndPackedFiles() throws IOException {
        byte[] text = "M,17.99,10.38,122.8,1\nB,20.57;17.77;132.9;1\n".getBytes(UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(gzip)) {
            packing.write(text);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream packing = new ZipOutputStream(zip)) {
            packing.putNextEntry(new ZipEntry("rows.csv.gz"));
            packing.write(gzip.toByteArray());
        }

        assertThat(HUNT.in(text)).isEqualTo(2);
        assertThat(HUNT.in(gzip.toByteArray())).isEqualTo(2);
        assertThat(HUNT.in(zip.toByteArray())).isEqualTo(2);
    }

    @Test
    void otherNumbers_areNotFound() throws IOException {
        assertThat(HUNT.in("17.99,10.38,122.9".getBytes(UTF_8))).isZero();
        assertThat(HUNT.in(new byte[100])).isZero();
        assertThat(HUNT.in(new byte[0])).isZero();
    }
}

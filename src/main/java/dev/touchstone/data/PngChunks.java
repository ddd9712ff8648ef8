package dev.touchstone.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.imageio.IIOException;

/** Whether a PNG file is as it was written. Its chunks carry checksums for that, which ImageIO does not look at. */
final class PngChunks {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int LAST = 0x49454E44; // IEND

    private PngChunks() {}

    /**
     * Reads to the last chunk; a file of another kind is left at that.
     *
     * @throws IOException when a checksum is wrong, or the file ends before its last chunk does
     */
    static void check(Path file) throws IOException {
        try (CheckedInputStream bytes = new CheckedInputStream(SourceFile.open(file), new CRC32())) {
            check(bytes);
        }
    }

    private static void check(CheckedInputStream bytes) throws IOException {
        DataInputStream in = new DataInputStream(bytes);
        if (in.readLong() != SIGNATURE) {
            return;
        }
        int type;
        do {
            int length = in.readInt();
            bytes.getChecksum().reset();
            type = in.readInt();
            in.skipNBytes(Integer.toUnsignedLong(length));
            int sum = (int) bytes.getChecksum().getValue();
            if (in.readInt() != sum) {
                throw new IIOException("a checksum in it is wrong");
            }
        } while (type != LAST);
    }
}

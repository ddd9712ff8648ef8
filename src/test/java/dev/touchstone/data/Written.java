package dev.touchstone.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Prepared data as the bytes that the artefact store has of them. */
final class Written {
    private Written() {}

    static byte[] of(PreparedData data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PreparedDataFormat.write(data, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The data after they were written and read. */
    static PreparedData andRead(PreparedData data) {
        return PreparedDataFormat.read(ByteBuffer.wrap(of(data)));
    }
}

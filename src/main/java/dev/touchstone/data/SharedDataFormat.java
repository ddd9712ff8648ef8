package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.touchstone.base.UserError;
import dev.touchstone.data.DataPreparation.Prepared;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Train and validation as others may have them: eight bytes that name the format and its version, the number of rows, for
 * each row its place in the source among these rows (train first), then the rows as {@link PreparedDataFormat} has them,
 * encoded and not yet normalised. Of the test split it has nothing but the number of its rows, and of the source no path.
 */
public final class SharedDataFormat {
    private static final byte[] MAGIC = "TSSHARE1".getBytes(US_ASCII);

    private SharedDataFormat() {}

    /**
     * Writes the bytes of the data.
     *
     * @param divided not yet normalised
     */
    public static void write(Prepared divided, OutputStream out) throws IOException {
        int[] places = places(divided.origin());
        ByteBuffer start = ByteBuffer.allocate(MAGIC.length + Integer.BYTES * (places.length + 1));
        start.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putInt(places.length);
        IntStream.of(places).forEach(start::putInt);
        out.write(start.array());
        PreparedDataFormat.write(divided.data(), out);
    }

    /** The order of the source without its gaps, which would say what the test rows were beside. */
    private static int[] places(Origin origin) {
        int[] rows = IntStream.concat(IntStream.of(origin.train()), IntStream.of(origin.validation()))
                .toArray();
        int[] ascending = rows.clone();
        Arrays.sort(ascending);
        return IntStream.of(rows)
                .map(row -> Arrays.binarySearch(ascending, row))
                .toArray();
    }

    /**
     * Reads what {@link #write} wrote, not yet normalised.
     *
     * @throws UserError when it cannot be read or is anything else
     */
    static Prepared read(Path file) {
        try {
            return read(mapped(file).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new UserError(
                    file + ": not whole shared data of this version, expected what touchstone seal wrote", e);
        }
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private static Prepared read(ByteBuffer bytes) {
        byte[] magic = new byte[MAGIC.length];
        bytes.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IllegalArgumentException("not shared data of this version");
        }
        int count = bytes.getInt();
        if (count < 0 || count > bytes.remaining() / Integer.BYTES) {
            throw new BufferUnderflowException();
        }
        int[] places = new int[count];
        bytes.asIntBuffer().get(places);
        PreparedData data = PreparedDataFormat.read(bytes.position(bytes.position() + count * Integer.BYTES));
        int train = data.train().count();
        Rows rows = data.train().followedBy(data.validation());
        if (count != rows.count()) {
            throw new IllegalArgumentException(count + " places of rows");
        }
        return new Prepared(
                data.moved(rows.range(0, train), rows.range(train, count)),
                rows,
                Optional.empty(),
                new Origin(
                        Arrays.copyOf(places, train),
                        Arrays.copyOfRange(places, train, count),
                        List.of(),
                        List.of(),
                        // What columns that are no features tell, and what train shares with the test split, was told
                        // to whoever sealed it.
                        List.of(),
                        new TestOverlap(0, new int[0])));
    }
}

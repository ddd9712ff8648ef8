package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.NullCipher;

/**
 * Looks for rows in bytes, whatever they were written as: floats or doubles of either byte order, or decimal text. What is
 * looked for is how each row begins.
 */
public final class RowHunt {
    /** Numbers at the start of a row that no other row of the real data sets has. */
    private static final int NUMBERS = 3;

    private static final List<String> SEPARATORS = List.of(",", ", ", ";", " ", "\t");
    private static final int FILTER_BITS = 16;

    private final Map<Long, List<ByteBuffer>> byStart = new HashMap<>();
    private final boolean[] filter = new boolean[1 << FILTER_BITS];

    /** The rows that were sealed, as they were read and as trials would have had them. */
    public static RowHunt forSealed(DataPreparation.Prepared prepared) throws GeneralSecurityException {
        TestSplit sealed = prepared.test().orElseThrow();
        Rows rows =
                RowsFormat.read(sealed.width(), sealed.count(), sealed.targets(), sealed.encryptedBy(new NullCipher()));
        return new RowHunt().rows(rows).rows(prepared.data().normaliser().apply(rows));
    }

    /** Each sealed row from end to end, for rows that begin alike; little-endian floats, as shared rows are. */
    public static List<byte[]> sealedRows(DataPreparation.Prepared prepared) throws GeneralSecurityException {
        TestSplit sealed = prepared.test().orElseThrow();
        byte[] all = sealed.encryptedBy(new NullCipher());
        int size = sealed.width() * Float.BYTES;
        return IntStream.range(0, sealed.count())
                .mapToObj(row -> Arrays.copyOfRange(all, row * size, (row + 1) * size))
                .toList();
    }

    /** Looks for these rows, too. */
    public RowHunt rows(Rows rows) {
        float[] numbers = rows.numbers();
        for (int row = 0; row < rows.count(); row++) {
            float[] start = new float[NUMBERS];
            System.arraycopy(numbers, row * rows.width(), start, 0, NUMBERS);
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                ByteBuffer floats = ByteBuffer.allocate(NUMBERS * Float.BYTES).order(order);
                ByteBuffer doubles = ByteBuffer.allocate(NUMBERS * Double.BYTES).order(order);
                for (float number : start) {
                    floats.putFloat(number);
                    doubles.putDouble(number);
                }
                bytes(floats.array());
                bytes(doubles.array());
            }
            SEPARATORS.forEach(separator -> bytes(text(start, separator).getBytes(UTF_8)));
        }
        return this;
    }

    /** Looks for these bytes, too; at least eight. */
    public RowHunt bytes(byte[] wanted) {
        long start = ByteBuffer.wrap(wanted).getLong();
        filter[slot(start)] = true;
        byStart.computeIfAbsent(start, none -> new ArrayList<>()).add(ByteBuffer.wrap(wanted));
        return this;
    }

    /** How many different things that are looked for are in the bytes. */
    public int in(byte[] bytes) throws IOException {
        int found = in(ByteBuffer.wrap(bytes));
        for (byte[] member : unpacked(bytes)) {
            found += in(member);
        }
        return found;
    }

    /** The same for a file too large to be read at once, which is not unpacked. */
    public int inLarge(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return in(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** The files below a folder, unpacked where they are packed, that hold something that is looked for. */
    public List<Path> filesBelow(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (in(Files.readAllBytes(file)) > 0) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private int in(ByteBuffer bytes) {
        Set<ByteBuffer> found = new HashSet<>();
        long last = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            last = (last << Byte.SIZE) | Byte.toUnsignedLong(bytes.get(i));
            if (filter[slot(last)]) {
                int from = i - Long.BYTES + 1;
                byStart.getOrDefault(last, List.of()).stream()
                        .filter(wanted -> isAt(bytes, from, wanted))
                        .forEach(found::add);
            }
        }
        return found.size();
    }

    private static boolean isAt(ByteBuffer bytes, int from, ByteBuffer wanted) {
        return from >= 0
                && from + wanted.limit() <= bytes.limit()
                && bytes.slice(from, wanted.limit()).equals(wanted);
    }

    /** Spreads by Fibonacci hashing. */
    private static int slot(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }

    private static String text(float[] numbers, String separator) {
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> String.valueOf(numbers[i]))
                .collect(Collectors.joining(separator));
    }

    private static List<byte[]> unpacked(byte[] bytes) throws IOException {
        List<byte[]> members = new ArrayList<>();
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            members.add(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        } else if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    members.add(zip.readAllBytes());
                }
            }
        }
        return members;
    }
}

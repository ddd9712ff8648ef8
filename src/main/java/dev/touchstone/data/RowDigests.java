package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests of raw rows, by which a row is known again in a changed copy of its data set: they depend on what the row's
 * cells say, not on its place, its label, its split, the columns' names, or how train had them encoded.
 */
public final class RowDigests {
    /** Two of a billion rows are alike by chance once in 10^20 times. */
    public static final int BYTES = 16;

    private RowDigests() {}

    /** {@link #BYTES} bytes a row, row after row. */
    static byte[] of(List<Column> columns, Rows raw) {
        ByteBuffer digests = ByteBuffer.allocate(Math.multiplyExact(BYTES, raw.count()));
        for (int row = 0; row < raw.count(); row++) {
            digests.put(HexFormat.of().parseHex(digest(columns, raw, row)), 0, BYTES);
        }
        return digests.array();
    }

    private static String digest(List<Column> columns, Rows raw, int row) {
        Sha256 digest = new Sha256().add("touchstone row 1");
        ByteBuffer numbers = ByteBuffer.allocate(raw.width() * Float.BYTES);
        int at = row * raw.width();
        for (Column column : columns) {
            for (int place = 0; place < column.width(); place++) {
                float cell = raw.features().get(at++);
                if (column.kind().isNumeric() || Float.isNaN(cell)) {
                    numbers.putInt(Float.floatToIntBits(cell + 0f)); // so that -0 is 0
                } else {
                    digest.add(column.values().get((int) cell));
                }
            }
        }
        return digest.add(numbers.flip()).hex();
    }
}

package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * The identity of a data set's content: names, classes, shape, the bits of every feature, targets. Files that read alike
 * (zipped or not, with other line ends, quotes or spaces) have the same one.
 */
public final class DataFingerprint {
    private static final String VERSION = "touchstone data 1";
    private static final int FLOATS_AT_ONCE = 4096;

    private DataFingerprint() {}

    /** SHA-256 in 64 hexadecimal digits. */
    public static String of(Dataset dataset) {
        Sha256 digest = new Sha256().add(VERSION);
        digest.add(dataset.featureNames().size());
        dataset.featureNames().forEach(digest::add);
        digest.add(dataset.classNames().size());
        dataset.classNames().forEach(digest::add);
        digest.add(dataset.shape().size());
        dataset.shape().forEach(digest::add);
        dataset.columns().stream()
                .filter(column -> column.kind() != Column.Kind.NUMBER)
                .forEach(column -> add(digest, column));
        Rows rows = dataset.rows();
        digest.add(rows.count());
        rows.targets().addTo(digest);
        add(digest, rows.features());
        return digest.hex();
    }

    private static void add(Sha256 digest, Column column) {
        digest.add(column.name()).add(column.kind().name()).add(column.values().size());
        column.values().forEach(digest::add);
    }

    private static void add(Sha256 digest, FloatBuffer features) {
        ByteBuffer bytes = ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES);
        for (int from = 0; from < features.limit(); from += FLOATS_AT_ONCE) {
            int count = Math.min(FLOATS_AT_ONCE, features.limit() - from);
            bytes.clear();
            bytes.asFloatBuffer().put(features.slice(from, count));
            digest.add(bytes.limit(count * Float.BYTES));
        }
    }
}

package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a pair of IDX files, the format of MNIST: two zero bytes, a byte for the type, a byte for the rank, the
 * dimensions as big-endian integers, the values.
 */
final class IdxReader {
    private static final int UNSIGNED_BYTE = 0x08;

    private IdxReader() {}

    static Dataset read(Source.Idx source) {
        Idx images = file(source.images());
        Idx labels = file(source.labels());
        if (labels.shape().size() != 1) {
            throw new UserError(source.labels() + ": found dimensions " + labels.shape()
                    + ", expected one dimension: a label a row");
        }
        if (images.shape().size() < 2) {
            throw new UserError(source.images() + ": found dimensions " + images.shape()
                    + ", expected rows of at least one dimension; is it the file of the labels?");
        }
        if (images.count() != labels.count()) {
            throw new UserError(source.labels() + ": found " + labels.count() + " labels, expected " + images.count()
                    + " as " + source.images().getFileName() + " has rows");
        }
        LabelColumn column = new LabelColumn();
        for (byte label : labels.values()) {
            column.add(Integer.toString(Byte.toUnsignedInt(label)));
        }
        List<String> names = GridNames.of("p", images.rowShape());
        Rows rows = new Rows(names.size(), floats(images.values()), column.labels());
        return new Dataset(names, column.classNames(), images.imageShape(), rows);
    }

    /** The content of one file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    private record Idx(List<Integer> shape, byte[] values) {
        int count() {
            return shape.get(0);
        }

        List<Integer> rowShape() {
            return shape.subList(1, shape.size());
        }

        /** Rows of two dimensions are images of one channel. */
        List<Integer> imageShape() {
            List<Integer> row = rowShape();
            return row.size() == 2 ? List.of(1, row.get(0), row.get(1)) : List.copyOf(row);
        }
    }

    private static Idx file(Path file) {
        try (DataInputStream in = new DataInputStream(SourceFile.open(file))) {
            List<Integer> shape = shape(file, in);
            long size = 1;
            for (int dimension : shape) {
                size *= dimension;
                if (dimension < 1 || size > Integer.MAX_VALUE) {
                    throw new UserError(file + ": found dimensions " + shape
                            + ", expected positive ones that make at most " + Integer.MAX_VALUE + " values");
                }
            }
            byte[] values = in.readNBytes((int) size);
            if (values.length < size) {
                throw new UserError(file + ": found " + values.length + " values, expected " + size + " for dimensions "
                        + shape + "; the file is cut off");
            }
            if (in.read() >= 0) {
                throw new UserError(file + ": found bytes after the " + size + " values of dimensions " + shape);
            }
            return new Idx(shape, values);
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
    }

    private static List<Integer> shape(Path file, DataInputStream in) throws IOException {
        try {
            if (in.readUnsignedShort() != 0) {
                throw new UserError(file + ": not an IDX file: it does not start with two zero bytes");
            }
            int type = in.readUnsignedByte();
            if (type != UNSIGNED_BYTE) {
                throw new UserError(String.format(
                        Locale.ROOT,
                        "%s: found IDX values of type 0x%02x, expected unsigned bytes (0x08)",
                        file,
                        type));
            }
            int rank = in.readUnsignedByte();
            List<Integer> shape = new ArrayList<>();
            for (int i = 0; i < rank; i++) {
                shape.add(in.readInt());
            }
            return shape;
        } catch (EOFException e) {
            throw new UserError(file + ": not an IDX file: it ends within its header", e);
        }
    }

    private static float[] floats(byte[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = Byte.toUnsignedInt(values[i]);
        }
        return floats;
    }
}

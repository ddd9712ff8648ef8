package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
        return dataset(List.of(pair(source)), List.of());
    }

    /** @param parts which are pairs of files with rows of the same dimensions */
    static Dataset read(Source.Parts parts) {
        List<Pair> pairs = new ArrayList<>();
        List<String> splits = new ArrayList<>();
        for (Source.Parts.Part part : parts.parts()) {
            Source.Idx source = (Source.Idx) part.source();
            Pair pair = pair(source);
            List<Integer> expected = pairs.isEmpty()
                    ? pair.images().rowShape()
                    : pairs.get(0).images().rowShape();
            if (!pair.images().rowShape().equals(expected)) {
                throw new UserError(source.images() + ": found rows of dimensions "
                        + pair.images().rowShape() + ", expected " + expected + " as in "
                        + ((Source.Idx) parts.first()).images().getFileName());
            }
            pairs.add(pair);
            splits.addAll(Collections.nCopies(pair.images().count(), part.split()));
        }
        return dataset(pairs, splits);
    }

    private static Pair pair(Source.Idx source) {
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
        return new Pair(images, labels);
    }

    private static Dataset dataset(List<Pair> pairs, List<String> splits) {
        LabelColumn column = new LabelColumn();
        for (Pair pair : pairs) {
            for (byte label : pair.labels().values()) {
                column.add(Integer.toString(Byte.toUnsignedInt(label)));
            }
        }
        Idx first = pairs.get(0).images();
        List<String> names = GridNames.of("p", first.rowShape());
        Rows rows = new Rows(names.size(), floats(pairs), column.labels());
        return new Dataset(Column.numbers(names), column.classNames(), first.imageShape(), rows, splits, 0);
    }

    private record Pair(Idx images, Idx labels) {}

    /** The content of one file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    private record Idx(List<Integer> shape, byte[] values) {
        int count() {
            return shape.get(0);
        }

        int width() {
            return values.length / count();
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

    private static float[] floats(List<Pair> pairs) {
        long count = pairs.stream().mapToLong(pair -> pair.images().count()).sum();
        int width = pairs.get(0).images().width();
        DataPreparation.refuseTooLarge(count, width);
        float[] floats = new float[(int) count * width];
        int at = 0;
        for (Pair pair : pairs) {
            for (byte value : pair.images().values()) {
                floats[at++] = Byte.toUnsignedInt(value);
            }
        }
        return floats;
    }
}

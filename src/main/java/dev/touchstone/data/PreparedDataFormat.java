package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prepared data as bytes, for the artefact store: eight bytes that name the format and its version, the length of a
 * JSON header, the header and blanks that make its length a multiple of four, then offset and scale of the normaliser,
 * train, and validation as {@link RowsFormat} has them, and what divided the rows as {@link DivisionFormat} has it. The same data always makes the same bytes.
 */
public final class PreparedDataFormat {
    private static final byte[] MAGIC = "TSDATA01".getBytes(US_ASCII);

    private PreparedDataFormat() {}

    private record Header(
            List<String> featureNames,
            List<String> classNames,
            List<Integer> shape,
            Normalisation normalisation,
            String fingerprint,
            int testRows,
            int trainRows,
            int validationRows,
            @Nullable Encoding encoding,
            @Nullable List<String> notes,
            Task.@Nullable Regression regression,
            Task.@Nullable MultiLabel multiLabel,
            @Nullable DivisionFormat division) {
        /** Earlier versions knew nothing but classes. */
        Task task() {
            if (regression != null) {
                return regression;
            }
            return multiLabel == null ? new Task.Classification(classNames) : multiLabel;
        }

        int width() {
            return featureNames.size();
        }

        int bodySize() {
            TargetLayout targets = task().layout();
            return RowsFormat.size(width(), trainRows, targets)
                    + RowsFormat.size(width(), validationRows, targets)
                    + 2 * Float.BYTES * width()
                    + DivisionFormat.size(division, trainRows + validationRows);
        }
    }

    /** Writes the bytes of the data. */
    public static void write(PreparedData data, OutputStream out) throws IOException {
        Header header = new Header(
                data.featureNames(),
                data.classNames(),
                data.shape(),
                data.normaliser().kind(),
                data.fingerprint(),
                data.testRows(),
                data.train().count(),
                data.validation().count(),
                data.encoding(),
                data.notes(),
                data.task() instanceof Task.Regression regression ? regression : null,
                data.task() instanceof Task.MultiLabel multiLabel ? multiLabel : null,
                DivisionFormat.of(data.division()));
        byte[] json = aligned(Json.write(header).getBytes(UTF_8));
        ByteBuffer start = ByteBuffer.allocate(MAGIC.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(start.put(MAGIC).putInt(json.length).array());
        out.write(json);
        RowsFormat.write(FloatBuffer.wrap(data.normaliser().offset()), out);
        RowsFormat.write(FloatBuffer.wrap(data.normaliser().scale()), out);
        RowsFormat.write(data.train(), out);
        RowsFormat.write(data.validation(), out);
        DivisionFormat.write(data.division(), out);
    }

    /** Mapped numbers are quicker where they begin at a multiple of their size. */
    private static byte[] aligned(byte[] json) {
        byte[] padded = Arrays.copyOf(json, (json.length + Float.BYTES - 1) / Float.BYTES * Float.BYTES);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /**
     * Reads what {@link #write} wrote. Features stay where the bytes are.
     *
     * @throws IllegalArgumentException when the bytes are of another format or version, cut off, too long, or hold a
     *     label that no class has
     */
    public static PreparedData read(ByteBuffer content) {
        ByteBuffer bytes = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        Header header = header(bytes);
        if (bytes.remaining() != header.bodySize()) {
            throw new IllegalArgumentException(
                    "prepared data of " + bytes.remaining() + " bytes after its header, expected " + header.bodySize());
        }
        float[] offset = RowsFormat.getFloats(bytes, header.width());
        float[] scale = RowsFormat.getFloats(bytes, header.width());
        Task task = header.task();
        Rows train = RowsFormat.get(bytes, header.width(), header.trainRows(), task.layout());
        Rows validation = RowsFormat.get(bytes, header.width(), header.validationRows(), task.layout());
        requireLabels(train, task);
        requireLabels(validation, task);
        return new PreparedData(
                header.featureNames(),
                task,
                header.shape(),
                train,
                validation,
                new Normaliser(header.normalisation(), offset, scale),
                header.fingerprint(),
                header.testRows(),
                // Earlier versions knew nothing but numbers, and kept no word of it.
                header.encoding() == null ? Encoding.ofNumbers(header.featureNames()) : header.encoding(),
                header.notes() == null ? List.of() : header.notes(),
                DivisionFormat.read(header.division(), bytes, header.trainRows(), header.validationRows()));
    }

    private static Header header(ByteBuffer bytes) {
        try {
            byte[] magic = new byte[MAGIC.length];
            bytes.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new IllegalArgumentException("not prepared data of this version");
            }
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new IllegalArgumentException("prepared data is cut off within its header");
            }
            byte[] json = new byte[length];
            bytes.get(json);
            return Json.read(new String(json, UTF_8), Header.class);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("prepared data is cut off within its header", e);
        }
    }

    private static void requireLabels(Rows rows, Task task) {
        if (rows.targets() instanceof Targets.Classes classes
                && IntStream.of(classes.labels()).anyMatch(label -> label < 0 || label >= task.answers())) {
            throw new IllegalArgumentException(
                    "prepared data holds a label that is none of its " + task.answers() + " classes");
        }
    }
}

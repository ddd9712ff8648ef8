package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.List;

/** Reads the rows of a source into memory, as they are, and refuses what is not whole. Loads nothing of ND4J. */
public final class SourceReader {
    /**
     * Reads the whole source.
     *
     * @return raw rows in the order of the source, in the shape of the spec; without one, IDX images have
     *     {@code [1, height, width]} and everything else {@code [width]}
     * @throws UserError when a file is missing, malformed or without rows, a cell is no finite number, there are fewer
     *     than two classes, or the spec's shape does not fit; one line for each mistake, with file and line
     */
    public Dataset read(DataSpec spec) {
        Dataset dataset;
        Path labels;
        if (spec.source() instanceof Source.Idx idx) {
            dataset = IdxReader.read(idx);
            labels = idx.labels();
        } else {
            Source.Csv csv = (Source.Csv) spec.source();
            dataset = CsvReader.read(csv, spec.split().by());
            labels = csv.file();
        }
        if (dataset.classNames().size() < 2) {
            throw new UserError(
                    labels + ": found only the class " + dataset.classNames() + ", expected at least two classes");
        }
        return spec.shape().isEmpty() ? dataset : shaped(dataset, spec.shape());
    }

    private static Dataset shaped(Dataset dataset, List<Integer> shape) {
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        int width = dataset.rows().width();
        if (size != width) {
            throw new UserError("data: shape: found " + shape + ", which makes " + size
                    + " values a row; expected the source's " + width + " features");
        }
        return dataset.shaped(shape);
    }
}

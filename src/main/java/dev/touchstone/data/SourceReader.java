package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.List;

/**
 * Reads the rows of a source into memory, as they are, and refuses what is not whole. Loads ND4J for a user's own iterators
 * only.
 */
public final class SourceReader {
    /**
     * Reads the whole source.
     *
     * @return raw rows in the order of the source, in the shape of the spec; without one, images have
     *     {@code [channels, height, width]}, iterators what they give, and everything else {@code [width]}
     * @throws UserError when a file is missing, malformed or without rows, a cell is no finite number, images are
     *     damaged or differ in size, all labels are the same, or the spec's shape does not fit; one line for each
     *     mistake, with file and line
     */
    public Dataset read(DataSpec spec) {
        Dataset dataset = read(spec.source(), spec.split().by());
        refuseSameLabels(dataset, spec.source().labelled() + ": found ");
        return spec.shape().isEmpty() ? dataset : shaped(dataset, spec.shape());
    }

    private static void refuseSameLabels(Dataset dataset, String found) {
        Targets targets = dataset.rows().targets();
        if (targets instanceof Targets.Classes && dataset.classNames().size() < 2) {
            throw new UserError(found + "only the class " + dataset.classNames() + ", expected at least two classes");
        } else if (targets instanceof Targets.Values values && values.variance() == 0) {
            throw new UserError(found + "the same label in every row, expected numbers that vary");
        } else if (targets instanceof Targets.LabelSets sets) {
            for (int label = 0; label < sets.labels(); label++) {
                refuseSameFlag(sets, label, found, dataset.classNames().get(label));
            }
        }
    }

    private static void refuseSameFlag(Targets.LabelSets sets, int label, String found, String name) {
        int rows = sets.rowsWith(label);
        if (rows == 0 || rows == sets.count()) {
            throw new UserError(found + (rows == 0 ? "no row with" : "no row without") + " the label '" + name
                    + "', expected rows with and without it");
        }
    }

    private static Dataset read(Source source, SplitBy by) {
        if (source instanceof Source.Idx idx) {
            return IdxReader.read(idx);
        } else if (source instanceof Source.Images images) {
            return ImagesReader.read(images);
        } else if (source instanceof Source.Parts parts) {
            return read(parts, by);
        } else if (source instanceof Source.Windows windows) {
            return WindowsReader.read(windows);
        } else if (source instanceof Source.Sequences sequences) {
            return SequencesReader.read(sequences, by);
        } else if (source instanceof Source.Iterator iterator) {
            return new IteratorReader(iterator).read();
        }
        return CsvReader.read((Source.Csv) source, by);
    }

    private static Dataset read(Source.Parts parts, SplitBy by) {
        Source first = parts.first();
        if (first instanceof Source.Idx) {
            return IdxReader.read(parts);
        }
        return first instanceof Source.Images ? ImagesReader.read(parts) : CsvReader.read(parts, by);
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

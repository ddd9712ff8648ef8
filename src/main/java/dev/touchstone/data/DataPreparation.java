package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import java.util.Optional;

/** The one road from a source to what trials may see: read, fingerprint, split, normalise by train. */
public final class DataPreparation {
    private static final int ID_DIGITS = 16;

    private DataPreparation() {}

    /**
     * Both halves of a data set.
     *
     * @param data what trials may see
     * @param test the raw test rows, to be sealed at once; empty when the test share is 0
     */
    public record Prepared(PreparedData data, Optional<TestSplit> test) {}

    /**
     * Prepares the data of a spec; the same files and spec always give the same.
     *
     * @throws dev.touchstone.base.UserError when the source or the split is refused
     */
    public static Prepared prepare(DataSpec spec) {
        Dataset dataset = new SourceReader().read(spec);
        String fingerprint = DataFingerprint.of(dataset);
        Split split = new Splitter(spec.split()).split(dataset.rows().labels());
        Rows train = dataset.rows().select(split.train());
        Normaliser normaliser = Normaliser.fit(spec.normalise(), train);
        PreparedData data = new PreparedData(
                dataset.featureNames(),
                dataset.classNames(),
                dataset.shape(),
                normaliser.apply(train),
                normaliser.apply(dataset.rows().select(split.validation())),
                normaliser,
                fingerprint,
                split.test().length);
        return new Prepared(data, testSplit(dataset, split, fingerprint, spec.split()));
    }

    private static Optional<TestSplit> testSplit(Dataset dataset, Split split, String fingerprint, SplitSpec spec) {
        if (split.test().length == 0) {
            return Optional.empty();
        }
        String id = new Sha256()
                .add("touchstone split 1")
                .add(fingerprint)
                .add(Double.doubleToLongBits(spec.train()))
                .add(Double.doubleToLongBits(spec.validation()))
                .add(Double.doubleToLongBits(spec.test()))
                .add(spec.stratify() ? 1 : 0)
                .add(spec.seed())
                .hex()
                .substring(0, ID_DIGITS);
        return Optional.of(new TestSplit(fingerprint, id, dataset.rows().select(split.test())));
    }
}

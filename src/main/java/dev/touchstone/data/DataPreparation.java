package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The one road from a source to what trials may see: read, fingerprint, split, encode and normalise by train. */
public final class DataPreparation {
    private static final int ID_DIGITS = 16;

    /** 2 GB, less what names and normaliser need. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - (64L << 20);

    private DataPreparation() {}

    /**
     * Both halves of a data set.
     *
     * @param data what trials may see
     * @param rows train's, then validation's; those of the data are parts of them, in the same memory
     * @param test the test rows, encoded but not normalised, to be sealed at once; empty when the test share is 0
     * @param origin where the rows that trials may see come from
     */
    public record Prepared(PreparedData data, Rows rows, Optional<TestSplit> test, Origin origin) {
        /** Normalises train and validation where they are; to be called once. */
        public void rescale() {
            data.normaliser().rescale(rows);
        }
    }

    /**
     * Prepares the data of a spec; the same files and spec always give the same.
     *
     * @throws dev.touchstone.base.UserError when the source or the split is refused
     */
    public static Prepared prepare(DataSpec spec) {
        Prepared divided = divide(spec);
        divided.rescale();
        return divided;
    }

    /**
     * The data of a spec before train and validation are normalised.
     *
     * @throws dev.touchstone.base.UserError when the source or the split is refused
     */
    public static Prepared divide(DataSpec spec) {
        return spec.source() instanceof Source.Shared shared ? SharedDataFormat.read(shared.file()) : encode(spec);
    }

    private static Prepared encode(DataSpec spec) {
        Dataset dataset = new SourceReader().read(spec);
        String fingerprint = DataFingerprint.of(dataset);
        Split split = new Splitter(spec.split()).split(dataset);
        DividedRows raw = DividedRows.of(dataset.rows(), split);
        TestOverlap overlap = TestOverlap.of(raw.train(), raw.test());
        Encoding encoding = Encoding.fit(dataset.columns(), raw.train());
        List<String> unseen = new UnseenValues(encoding.encoders(dataset.columns())).in(raw.validation());
        Rows seen = encoding.apply(raw.seen(), dataset.columns());
        Rows train = seen.range(0, raw.trained());
        Rows validation = seen.range(raw.trained(), seen.count());
        List<Integer> shape = shape(spec, dataset, train.width());
        Normaliser normaliser = new NormaliserFit(spec.normalise(), train, shape).fit();
        refuseTooLarge(seen.count(), seen.width());
        PreparedData data = new PreparedData(
                encoding.featureNames(),
                dataset.task(train.targets()),
                shape,
                train,
                validation,
                normaliser,
                fingerprint,
                split.test().length,
                encoding,
                notes(dataset, spec.split().by(), split, unseen),
                Division.of(spec.split().by(), dataset.deciding(), split));
        return new Prepared(
                data,
                seen,
                testSplit(
                        dataset,
                        encoding.apply(raw.test(), dataset.columns()),
                        RowDigests.of(dataset.columns(), raw.test()),
                        fingerprint,
                        spec.split()),
                new Origin(
                        split.train(),
                        split.validation(),
                        files(dataset, split),
                        parts(dataset, spec.split().by()),
                        setAside(dataset, split),
                        overlap));
    }

    private static List<Origin.Part> parts(Dataset dataset, SplitBy by) {
        return by instanceof SplitBy.Parts
                ? dataset.deciding().stream()
                        .distinct()
                        .map(part -> new Origin.Part(part, dataset.deciding().indexOf(part)))
                        .toList()
                : List.of();
    }

    /** Processes share prepared rows by mapping them, which Java does for up to 2 GB at once. */
    static void refuseTooLarge(long rows, int width) {
        long bytes = Math.multiplyExact(rows, width + 1L) * Float.BYTES;
        if (bytes > MOST_BYTES) {
            throw new UserError("data: found " + rows + " rows of train and validation with " + width + " features, "
                    + (bytes >> 20) + " MB in all; expected at most " + (MOST_BYTES >> 20)
                    + " MB; take fewer rows, or fewer or smaller features");
        }
    }

    /** Test rows are not named: their folder is their label. */
    private static List<String> files(Dataset dataset, Split split) {
        if (dataset.files().isEmpty()) {
            return List.of();
        }
        return IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                .mapToObj(dataset.files()::get)
                .toList();
    }

    /** Of test rows nothing is kept. */
    private static List<SetAside> setAside(Dataset dataset, Split split) {
        int[] seen = IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                .toArray();
        return dataset.setAside().stream().map(column -> column.select(seen)).toList();
    }

    private static List<Integer> shape(DataSpec spec, Dataset dataset, int width) {
        if (width == dataset.rows().width()) {
            return dataset.shape();
        } else if (spec.shape().isEmpty()) {
            return List.of(width);
        }
        throw new UserError("data: shape: found " + spec.shape() + ", but the source's columns make " + width
                + " features; expected no shape where there are categories or imputed cells");
    }

    private static List<String> notes(Dataset dataset, SplitBy by, Split split, List<String> unseen) {
        List<String> notes = new ArrayList<>(dataset.series().notes());
        if (dataset.dropped() > 0) {
            notes.add(dataset.dropped() + " rows with a missing cell were dropped");
        }
        if (by instanceof SplitBy.Group group) {
            notes.add("groups of " + group.named().name() + ": " + distinct(dataset, split.train()) + " in train, "
                    + distinct(dataset, split.validation()) + " in validation, " + distinct(dataset, split.test())
                    + " in test");
        }
        int divided = split.train().length + split.validation().length + split.test().length;
        if (divided < dataset.rows().count()) {
            notes.add((dataset.rows().count() - divided) + " rows are left out in the gaps between the splits");
        }
        notes.addAll(unseen);
        return List.copyOf(notes);
    }

    private static long distinct(Dataset dataset, int[] rows) {
        return IntStream.of(rows).mapToObj(dataset.deciding()::get).distinct().count();
    }

    private static Optional<TestSplit> testSplit(
            Dataset dataset, Rows test, byte[] digests, String fingerprint, SplitSpec spec) {
        if (test.count() == 0) {
            return Optional.empty();
        }
        Sha256 identity = new Sha256()
                .add("touchstone split 1")
                .add(fingerprint)
                .add(Double.doubleToLongBits(spec.train()))
                .add(Double.doubleToLongBits(spec.validation()))
                .add(Double.doubleToLongBits(spec.test()));
        spec.by().addTo(identity);
        identity.add(spec.seed());
        dataset.deciding().forEach(identity::add);
        String id = identity.hex().substring(0, ID_DIGITS);
        return Optional.of(new TestSplit(fingerprint, id, test, digests));
    }
}

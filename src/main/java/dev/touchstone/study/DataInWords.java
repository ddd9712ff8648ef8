package dev.touchstone.study;

import dev.touchstone.data.DataSpec;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Source;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.StudyHead;
import java.util.Arrays;
import java.util.Locale;

/** Describes data for the record. Files are named without their folders: a record may travel further than they do. */
final class DataInWords {
    private DataInWords() {}

    static StudyHead.DataSummary summary(DataSpec spec, PreparedData data) {
        return new StudyHead.DataSummary(
                data.fingerprint(),
                source(spec.source()),
                split(spec.split()),
                SpecName.of(spec.normalise()),
                data.train().count(),
                data.validation().count(),
                data.testRows(),
                data.classNames(),
                data.featureNames(),
                Arrays.stream(data.validation().labels()).boxed().toList());
    }

    private static String source(Source source) {
        if (source instanceof Source.Csv csv) {
            return "csv " + csv.file().getFileName() + ", label " + csv.label();
        }
        Source.Idx idx = (Source.Idx) source;
        return "idx " + idx.images().getFileName() + " and " + idx.labels().getFileName();
    }

    private static String split(SplitSpec split) {
        return String.format(
                Locale.ROOT,
                "train %s, validation %s, test %s, %s, seed %d",
                split.train(),
                split.validation(),
                split.test(),
                split.stratify() ? "stratified" : "not stratified",
                split.seed());
    }
}

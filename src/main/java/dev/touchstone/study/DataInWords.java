package dev.touchstone.study;

import dev.touchstone.data.DataSpec;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Source;
import dev.touchstone.data.SplitBy;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.data.Targets;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.StudyHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes data for the record. Files are named without their folders: a record may travel further than they do. */
public final class DataInWords {
    private DataInWords() {}

    /** What a study keeps of its data. */
    public static StudyHead.DataSummary summary(StudySpec study, PreparedData data) {
        DataSpec spec = study.data();
        List<String> notes = new ArrayList<>(data.notes());
        study.augmentation().words().ifPresent(notes::add);
        return new StudyHead.DataSummary(
                data.fingerprint(),
                source(spec.source()),
                spec.source() instanceof Source.Shared ? "as it was shared" : split(spec.split(), data),
                SpecName.of(data.normaliser().kind()),
                data.train().count(),
                data.validation().count(),
                data.testRows(),
                data.classNames(),
                data.featureNames(),
                labels(data.validation().targets()),
                ColumnsInWords.of(data.encoding()),
                notes,
                data.task().words() + (spec.source() instanceof Source.Sequences ? ", of sequences" : ""),
                numbers(data.validation().targets()),
                data.labelNames(),
                labelSets(data.validation().targets()));
    }

    private static List<Integer> labels(Targets targets) {
        return targets instanceof Targets.Classes classes
                ? Arrays.stream(classes.labels()).boxed().toList()
                : List.of();
    }

    private static List<List<Integer>> labelSets(Targets targets) {
        return targets instanceof Targets.LabelSets sets
                ? IntStream.range(0, sets.count())
                        .mapToObj(row -> sets.key(row).stream().boxed().toList())
                        .toList()
                : List.of();
    }

    private static List<Float> numbers(Targets targets) {
        List<Float> numbers = new ArrayList<>();
        if (targets instanceof Targets.Values values) {
            for (float number : values.numbers()) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private static String source(Source source) {
        if (source instanceof Source.Parts parts) {
            return parts.parts().stream()
                    .map(part -> part.split() + " from " + source(part.source()))
                    .collect(Collectors.joining("; "));
        }
        if (source instanceof Source.Csv csv) {
            return "csv " + csv.file().getFileName() + (csv.labels().size() == 1 ? ", label " : ", labels ")
                    + String.join(", ", csv.labels());
        }
        if (source instanceof Source.Images images) {
            return "images " + images.folder().getFileName() + ", a folder for each class";
        }
        if (source instanceof Source.Windows windows) {
            return "windows of " + windows.length() + " steps over csv "
                    + windows.file().getFileName() + ", value "
                    + windows.value().name();
        }
        if (source instanceof Source.Sequences sequences) {
            return "sequences csv " + sequences.file().getFileName() + ", series "
                    + sequences.series().name() + ", label " + sequences.label().name();
        }
        if (source instanceof Source.Iterator iterator) {
            return "class " + iterator.factory().className();
        }
        if (source instanceof Source.Shared shared) {
            return "shared " + shared.file().getFileName() + ", the test split is sealed beside it";
        }
        Source.Idx idx = (Source.Idx) source;
        return "idx " + idx.images().getFileName() + " and " + idx.labels().getFileName();
    }

    private static String split(SplitSpec split, PreparedData data) {
        SplitBy by = split.by();
        if (by instanceof SplitBy.Given given) {
            return "as column " + given.named().name() + " says";
        }
        if (by instanceof SplitBy.Parts parts) {
            return parts(split, parts);
        }
        String shares = String.format(
                Locale.ROOT, "train %s, validation %s, test %s, ", split.train(), split.validation(), split.test());
        if (by instanceof SplitBy.Group group) {
            return shares + "by " + group.named().name() + " (none in two splits), really " + shares(data) + ", seed "
                    + split.seed();
        } else if (by instanceof SplitBy.Time time) {
            return shares + "in order of " + time.named().name() + ", really " + shares(data) + ", gap of " + time.gap()
                    + " rows";
        }
        boolean stratify = ((SplitBy.Chance) by).stratify();
        String strata = switch (data.task().kind()) {
            case CLASSIFICATION -> "";
            case REGRESSION -> " by tenths of the label";
            case MULTI_LABEL -> " by combination of labels";
        };
        return shares + (stratify ? "stratified" + strata : "not stratified") + ", seed " + split.seed();
    }

    private static String parts(SplitSpec split, SplitBy.Parts parts) {
        String drawn = (split.validation() > 0 ? ", validation " + split.validation() : "")
                + (split.test() > 0 ? ", test " + split.test() : "");
        return "as the source comes"
                + (drawn.isEmpty()
                        ? ""
                        : drawn + " of train's rows, " + (parts.stratify() ? "stratified" : "not stratified")
                                + ", seed " + split.seed());
    }

    /** What groups and moments that stay together made of the shares. */
    private static String shares(PreparedData data) {
        double rows = data.train().count() + data.validation().count() + data.testRows();
        return String.format(
                Locale.ROOT,
                "%.3f, %.3f, %.3f",
                data.train().count() / rows,
                data.validation().count() / rows,
                data.testRows() / rows);
    }
}

package dev.touchstone.bench.faults;

import dev.touchstone.bench.faults.FaultKind.Area;
import dev.touchstone.bench.faults.FaultKind.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Faults of labels and of how rows are divided. */
final class LabelFaults {
    private static final Predicate<Program> TABLE = program -> program.set().isTable();
    private static final Predicate<Program> NUMBERS = TABLE.and(program -> !program.set().features().isEmpty());
    private static final Predicate<Program> CLASSES = TABLE.and(program -> program.set().hasClasses());

    private LabelFaults() {}

    static List<FaultKind> all() {
        return List.of(
                FaultKind.of("label-noise", Area.LABELS, "bad-labels", "label-noise", "conflicting-labels")
                        .in(TABLE)
                        .at("30 %", noise(0.3))
                        .at("60 %", noise(0.6)),
                FaultKind.of("shuffled-labels", Area.LABELS, "bad-labels", "label-noise", "data-loading")
                        .in(TABLE)
                        .at("all", noise(1)),
                FaultKind.of("shifted-labels", Area.LABELS, "bad-labels", "label-noise", "data-loading")
                        .in(TABLE)
                        .at("by a row", LabelFaults::shift),
                FaultKind.of(
                                "mislabelled-class",
                                Area.LABELS,
                                "bad-labels",
                                "label-noise",
                                "class-missing-from-train",
                                "class-imbalance")
                        .in(CLASSES)
                        .at("half of its train rows", mislabel(0.5))
                        .at("all of its train rows", mislabel(1)),
                FaultKind.of(
                                "labels-encoded-otherwise",
                                Area.LABELS,
                                "bad-labels",
                                "label-noise",
                                "data-loading",
                                "split-mismatch")
                        .in(CLASSES)
                        .at("in validation", LabelFaults::encodeOtherwise),
                FaultKind.of("mixed-units", Area.LABELS, "bad-labels", "label-noise", "unnormalised-target")
                        .in(program -> program.set().kind() == DataSet.Kind.NUMBERS)
                        .at("2 % times 100", units(0.02, 100))
                        .at("30 % times 10", units(0.3, 10)),
                FaultKind.of("shifted-validation", Area.SPLIT, "split-mismatch", "split-drift", "feature-drift")
                        .in(NUMBERS)
                        .at("by 1 deviation", shiftValidation(1))
                        .at("by 3 deviations", shiftValidation(3)),
                FaultKind.of(
                                "sorted-split",
                                Area.SPLIT,
                                "split-mismatch",
                                "split-drift",
                                "feature-drift",
                                "class-missing-from-train")
                        .in(TABLE)
                        .at("by label", LabelFaults::sortSplit),
                FaultKind.of(
                                "tiny-validation",
                                Area.SPLIT,
                                "validation-too-small",
                                "small-validation-split",
                                "metric-too-coarse")
                        .in(TABLE)
                        .harming(Harm.UNCERTAIN)
                        .at("30 rows", validationOf(30))
                        .at("12 rows", validationOf(12)),
                FaultKind.of("leaking-rows", Area.SPLIT, "data-leak", "rows-shared-with-validation", "near-duplicates")
                        .in(TABLE)
                        .harming(Harm.FLATTERED)
                        .at("half of validation", leakRows(0.5))
                        .at("all of validation", leakRows(1)),
                FaultKind.of("leaking-column", Area.SPLIT, "data-leak", "leaking-feature", "strong-feature")
                        .in(TABLE.and(program -> !program.sees() && !program.has("lstm")))
                        .harming(Harm.FLATTERED)
                        .at("the label itself", LabelFaults::leakColumn));
    }

    /** Labels change places, so that their shares stay. */
    private static Change noise(double share) {
        return (draft, random) -> {
            List<Integer> all = new ArrayList<>(draft.rows(DataSet.TRAIN));
            all.addAll(draft.rows(DataSet.VALIDATION));
            List<Integer> wrong = Draft.some(all, share, random);
            List<String> labels = new ArrayList<>(labels(draft, wrong));
            Collections.shuffle(labels, new Random(random.nextLong()));
            write(draft, wrong, labels);
        };
    }

    private static List<String> labels(Draft draft, List<Integer> rows) {
        return rows.stream()
                .map(row -> draft.table().cell(row, draft.set().label()))
                .toList();
    }

    private static void write(Draft draft, List<Integer> rows, List<String> labels) {
        for (int i = 0; i < rows.size(); i++) {
            draft.table().set(rows.get(i), draft.set().label(), labels.get(i));
        }
    }

    private static void shift(Draft draft, SplittableRandom random) {
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < draft.table().rows().size(); row++) {
            all.add(row);
        }
        List<String> labels = new ArrayList<>(labels(draft, all));
        Collections.rotate(labels, 1);
        write(draft, all, labels);
    }

    private static Change mislabel(double share) {
        return (draft, random) -> {
            List<String> classes = draft.classes();
            int from = random.nextInt(classes.size());
            String to = classes.get((from + 1) % classes.size());
            List<Integer> rows = draft.rows(DataSet.TRAIN).stream()
                    .filter(row -> draft.table().cell(row, draft.set().label()).equals(classes.get(from)))
                    .toList();
            List<Integer> wrong = Draft.some(rows, share, random);
            write(draft, wrong, Collections.nCopies(wrong.size(), to));
        };
    }

    private static void encodeOtherwise(Draft draft, SplittableRandom random) {
        List<String> classes = draft.classes();
        List<Integer> rows = draft.rows(DataSet.VALIDATION);
        List<String> labels = labels(draft, rows).stream()
                .map(label -> classes.get((classes.indexOf(label) + 1) % classes.size()))
                .toList();
        write(draft, rows, labels);
    }

    /** Some train labels are in a smaller unit. */
    private static Change units(double share, double factor) {
        return (draft, random) -> {
            for (int row : Draft.some(draft.rows(DataSet.TRAIN), share, random)) {
                draft.table().change(row, draft.set().label(), cell -> factor * (cell + 1));
            }
        };
    }

    private static Change shiftValidation(double deviations) {
        return (draft, random) -> draft.eachFeature(feature -> {
            double deviation = draft.table().scale(feature)[1];
            for (int row : draft.rows(DataSet.VALIDATION)) {
                draft.table().change(row, feature, cell -> cell + deviations * deviation);
            }
        });
    }

    /** Nobody shuffled before dividing: train has the first labels, validation the last. */
    private static void sortSplit(Draft draft, SplittableRandom random) {
        int label = draft.table().at(draft.set().label());
        boolean numbers = draft.set().kind() == DataSet.Kind.NUMBERS;
        int train = draft.rows(DataSet.TRAIN).size();
        List<String[]> sorted = draft.table().rows();
        sorted.sort((first, second) -> numbers
                ? Double.compare(Double.parseDouble(first[label]), Double.parseDouble(second[label]))
                : first[label].compareTo(second[label]));
        for (int row = 0; row < sorted.size(); row++) {
            draft.table().set(row, DataSet.SPLIT, row < train ? DataSet.TRAIN : DataSet.VALIDATION);
        }
    }

    private static Change validationOf(int rows) {
        return (draft, random) -> {
            List<Integer> kept = new ArrayList<>(draft.rows(DataSet.TRAIN));
            List<Integer> validation = new ArrayList<>(draft.rows(DataSet.VALIDATION));
            Collections.shuffle(validation, new Random(random.nextLong()));
            kept.addAll(validation.subList(0, rows));
            draft.keep(kept);
        };
    }

    private static Change leakRows(double share) {
        return (draft, random) -> {
            Table table = draft.table();
            for (int row : Draft.some(draft.rows(DataSet.VALIDATION), share, random)) {
                String[] copy = table.rows().get(row).clone();
                copy[table.at(DataSet.SPLIT)] = DataSet.TRAIN;
                table.rows().add(copy);
            }
        };
    }

    private static void leakColumn(Draft draft, SplittableRandom random) {
        List<String> classes = draft.classes();
        boolean numbers = draft.set().kind() == DataSet.Kind.NUMBERS;
        List<String> cells = draft.table().rows().stream()
                .map(row -> row[draft.table().at(draft.set().label())])
                .map(label -> numbers ? label : String.valueOf(classes.indexOf(label)))
                .toList();
        draft.replace(draft.table().with("leaked", cells));
    }
}

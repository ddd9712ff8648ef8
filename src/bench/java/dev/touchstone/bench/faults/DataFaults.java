package dev.touchstone.bench.faults;

import dev.touchstone.bench.faults.FaultKind.Area;
import dev.touchstone.bench.faults.FaultKind.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Faults of the rows' features, of how many rows there are, and of how features are scaled. */
final class DataFaults {
    private static final Predicate<Program> TABLE = program -> program.set().isTable();
    private static final Predicate<Program> NUMBERS = TABLE.and(program -> !program.set().features().isEmpty());
    private static final Predicate<Program> CLASSES = TABLE.and(program -> program.set().hasClasses());

    private static final int REPEATED = 40;

    private DataFaults() {}

    static List<FaultKind> all() {
        return List.of(
                FaultKind.of("few-rows", Area.DATA, "too-little-data", "overfitting", "batch-size")
                        .in(TABLE)
                        .at("60 rows", fewRows(60))
                        .at("25 rows", fewRows(25)),
                FaultKind.of("repeated-rows", Area.DATA, "too-little-data", "overfitting")
                        .in(TABLE)
                        .at(REPEATED + " rows over and over", DataFaults::repeatRows),
                FaultKind.of("noisy-features", Area.DATA, "poor-features", "overfitting", "too-little-data")
                        .in(NUMBERS)
                        .at("2 deviations", noise(2))
                        .at("5 deviations", noise(5)),
                FaultKind.of("features-of-other-rows", Area.DATA, "data-loading", "bad-labels", "poor-features")
                        .in(NUMBERS)
                        .at("60 % of rows", misplaced(0.6))
                        .at("all rows", misplaced(1)),
                FaultKind.of("poor-features", Area.DATA, "poor-features", "constant-features")
                        .in(NUMBERS)
                        .at("a fifth of them varies", blank(0.2))
                        .at("two of them vary", blank(0)),
                FaultKind.of("missing-cells", Area.DATA, "missing-values", "poor-features")
                        .in(NUMBERS.and(program -> !program.sees() && !program.has("lstm")))
                        .at("70 %", missing(0.7))
                        .at("95 %", missing(0.95)),
                FaultKind.of(
                                "outlying-cells",
                                Area.DATA,
                                "unnormalised-input",
                                "poor-features",
                                "wild-scales",
                                "data-loading")
                        .in(NUMBERS)
                        .at("1 % times 10,000", outliers(0.01, 1e4)),
                FaultKind.of(
                                "rare-class",
                                Area.DATA,
                                "class-imbalance",
                                "metric-hides-class",
                                "class-missing-from-train")
                        .in(CLASSES)
                        .at("3 rows of a class in train", rare(3))
                        .at("none in train", rare(0)),
                FaultKind.of("unnormalised-input", Area.PREPROCESSING, "unnormalised-input", "wild-scales")
                        .in(program -> program.set() != DataSet.SPLICE)
                        .as("as it is", draft -> draft.data().put("normalise", "none")),
                FaultKind.of("inflated-input", Area.PREPROCESSING, "unnormalised-input", "wild-scales")
                        .in(NUMBERS)
                        .at("times 1,000", rescaled(1e3, 0))
                        .at("times 100,000", rescaled(1e5, 0)),
                FaultKind.of("tiny-input", Area.PREPROCESSING, "unnormalised-input", "wild-scales")
                        .in(NUMBERS)
                        .at("times 0.001", rescaled(1e-3, 0)),
                FaultKind.of("offset-input", Area.PREPROCESSING, "unnormalised-input", "wild-scales")
                        .in(NUMBERS)
                        .at("plus 30", rescaled(1, 30))
                        .at("plus 1,000", rescaled(1, 1000)),
                FaultKind.of("one-wild-feature", Area.PREPROCESSING, "unnormalised-input", "wild-scales")
                        .in(NUMBERS)
                        .at("times 10,000", DataFaults::oneWild));
    }

    private static Change fewRows(int rows) {
        return (draft, random) -> {
            List<Integer> train = draft.rows(DataSet.TRAIN);
            List<Integer> kept = new ArrayList<>(train.subList(0, Math.min(rows, train.size())));
            kept.addAll(draft.rows(DataSet.VALIDATION));
            draft.keep(kept);
            int batch = (int) draft.number("batch-size");
            draft.set("batch-size", Math.min(batch, Math.max(4, kept(draft) / 4)));
        };
    }

    private static int kept(Draft draft) {
        return draft.rows(DataSet.TRAIN).size();
    }

    private static void repeatRows(Draft draft, SplittableRandom random) {
        List<Integer> train = draft.rows(DataSet.TRAIN);
        List<Integer> kept = new ArrayList<>(); // rows of it are the same objects, and nothing changes them
        for (int i = 0; i < train.size(); i++) {
            kept.add(train.get(i % REPEATED));
        }
        kept.addAll(draft.rows(DataSet.VALIDATION));
        draft.keep(kept);
    }

    private static Change noise(double deviations) {
        return (draft, random) -> {
            Random normal = new Random(random.nextLong());
            draft.eachFeature(feature -> {
                double deviation = draft.table().scale(feature)[1];
                for (int row = 0; row < draft.table().rows().size(); row++) {
                    draft.table().change(row, feature, cell -> cell + deviations * deviation * normal.nextGaussian());
                }
            });
        };
    }

    /** Rows are read together with the features of others, as when two files are read in different orders. */
    private static Change misplaced(double share) {
        return (draft, random) -> {
            List<Integer> all = new ArrayList<>();
            for (int row = 0; row < draft.table().rows().size(); row++) {
                all.add(row);
            }
            List<Integer> wrong = Draft.some(all, share, random);
            List<Integer> source = new ArrayList<>(wrong);
            Collections.shuffle(source, new Random(random.nextLong()));
            Table original = draft.table().copy();
            for (int i = 0; i < wrong.size(); i++) {
                int to = wrong.get(i);
                int from = source.get(i);
                draft.eachFeature(feature -> draft.table().set(to, feature, original.cell(from, feature)));
            }
        };
    }

    private static Change blank(double kept) {
        return (draft, random) -> {
            List<String> features = new ArrayList<>(draft.set().features());
            Collections.shuffle(features, new Random(random.nextLong()));
            int count = Math.max(2, (int) (kept * features.size()));
            for (String feature : features.subList(count, features.size())) {
                for (int row = 0; row < draft.table().rows().size(); row++) {
                    draft.table().set(row, feature, "1");
                }
            }
        };
    }

    private static Change missing(double share) {
        return (draft, random) -> {
            draft.data().put("missing", "impute");
            draft.eachFeature(feature -> {
                for (int row = 0; row < draft.table().rows().size(); row++) {
                    if (random.nextDouble() < share) {
                        draft.table().set(row, feature, "");
                    }
                }
            });
        };
    }

    private static Change outliers(double share, double factor) {
        return (draft, random) -> draft.eachFeature(feature -> {
            double deviation = Math.max(draft.table().scale(feature)[1], 1e-6);
            for (int row = 0; row < draft.table().rows().size(); row++) {
                if (random.nextDouble() < share) {
                    draft.table().change(row, feature, cell -> factor * (cell + deviation));
                }
            }
        });
    }

    /** One class has few train rows; validation has it as before. */
    private static Change rare(int rows) {
        return (draft, random) -> {
            String rare = draft.classes().get(random.nextInt(draft.classes().size()));
            int left = rows;
            List<Integer> kept = new ArrayList<>(draft.rows(DataSet.VALIDATION));
            for (int row : draft.rows(DataSet.TRAIN)) {
                if (!draft.table().cell(row, draft.set().label()).equals(rare) || left-- > 0) {
                    kept.add(row);
                }
            }
            draft.keep(kept);
        };
    }

    /** Features that would be standardised come on another scale. */
    private static Change rescaled(double factor, double offset) {
        return (draft, random) -> {
            draft.data().put("normalise", "none");
            draft.eachFeature(feature -> {
                double[] scale = draft.table().scale(feature);
                double deviation = scale[1] == 0 ? 1 : scale[1];
                for (int row = 0; row < draft.table().rows().size(); row++) {
                    draft.table().change(row, feature, cell -> factor * ((cell - scale[0]) / deviation + offset));
                }
            });
        };
    }

    private static void oneWild(Draft draft, SplittableRandom random) {
        rescaled(1, 0).in(draft, random);
        List<String> features = draft.set().features();
        String wild = features.get(features.size() / 2);
        for (int row = 0; row < draft.table().rows().size(); row++) {
            draft.table().change(row, wild, cell -> 1e4 * cell);
        }
    }
}

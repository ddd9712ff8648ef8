package dev.touchstone.bench.faults;

import dev.touchstone.bench.faults.FaultKind.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Faults of how a network is trained: optimiser, rate, batches, schedule, penalties, augmentation, length. */
final class TrainingFaults {
    private static final Predicate<Program> CLASSES = program -> program.set().hasClasses();

    private TrainingFaults() {}

    static List<FaultKind> all() {
        return List.of(
                FaultKind.of("plain-descent", Area.OPTIMISER, "wrong-optimiser", "learning-rate-too-low")
                        .as("sgd at 0.001", optimised("sgd", 1e-3))
                        .as("sgd at 0.0001", optimised("sgd", 1e-4)),
                FaultKind.of("adadelta", Area.OPTIMISER, "wrong-optimiser", "learning-rate-too-low")
                        .as("at 0.01", optimised("adadelta", 0.01))
                        .as("at 0.001", optimised("adadelta", 0.001)),
                FaultKind.of("adagrad", Area.OPTIMISER, "wrong-optimiser", "learning-rate-too-low")
                        .as("at 0.0003", optimised("adagrad", 3e-4)),
                FaultKind.of("heavy-momentum", Area.OPTIMISER, "wrong-optimiser", "learning-rate-too-high")
                        .as("0.995", momentum(0.995))
                        .as("0.9999", momentum(0.9999)),
                FaultKind.of("large-epsilon", Area.OPTIMISER, "wrong-optimiser", "learning-rate-too-low")
                        .as("adam with 1", epsilon(1))
                        .as("adam with 100", epsilon(100)),
                FaultKind.of("rate-too-high", Area.LEARNING_RATE, "learning-rate-too-high")
                        .as("times 30", rate(30))
                        .as("times 300", rate(300))
                        .as("times 3,000", rate(3000)),
                FaultKind.of("rate-too-low", Area.LEARNING_RATE, "learning-rate-too-low")
                        .as("by 30", rate(1.0 / 30))
                        .as("by 300", rate(1.0 / 300))
                        .as("by 30,000", rate(1.0 / 30_000)),
                FaultKind.of("whole-batch", Area.BATCH, "batch-size", "batch-construction")
                        .as("of all rows", draft -> draft.set("batch-size", trainRows(draft)))
                        .as("of half of the rows", draft -> draft.set("batch-size", (trainRows(draft) + 1) / 2)),
                FaultKind.of("single-rows", Area.BATCH, "batch-size", "batch-construction", "learning-rate-too-high")
                        .as("a batch", draft -> {
                            draft.set("batch-size", 1);
                            draft.set("learning-rate", 3 * draft.number("learning-rate"));
                            draft.training().put("epochs", 2);
                        }),
                FaultKind.of("decay-too-soon", Area.SCHEDULE, "schedule-mismatch", "learning-rate-too-low")
                        .as("to a tenth each epoch", schedule("exponential", "factor", 0.1))
                        .as("to a thousandth each epoch", schedule("exponential", "factor", 0.001)),
                FaultKind.of("steps-too-soon", Area.SCHEDULE, "schedule-mismatch", "learning-rate-too-low")
                        .as("to a hundredth after an epoch", draft -> draft.training()
                                .put("schedule", Draft.mapping("step", Draft.mapping("every", 1, "factor", 0.01)))),
                FaultKind.of("endless-warm-up", Area.SCHEDULE, "schedule-mismatch", "too-few-epochs")
                        .as("0.95 of 3 epochs", draft -> {
                            schedule("constant", "warm-up", 0.95).accept(draft);
                            draft.training().put("epochs", 3);
                        }),
                FaultKind.of("hasty-plateau", Area.SCHEDULE, "schedule-mismatch", "learning-rate-too-low")
                        .as("to 0.001 after an epoch", draft -> draft.training()
                                .put("schedule", Draft.mapping(
                                        "reduce-on-plateau", Draft.mapping("factor", 0.001, "patience", 1)))),
                penalised("weight-decay", 30, 300),
                penalised("l2", 0.3, 3),
                penalised("l1", 0.03, 0.3),
                penalised("max-norm", 0.1, 0.01),
                penalised("drop-connect", 0.8, 0.97),
                penalised("weight-noise", 1, 5),
                penalised("gradient-noise", 100, 10_000),
                FaultKind.of("dropout", Area.REGULARISATION, "over-regularised")
                        .as("0.9", dropout(0.9))
                        .as("0.98", dropout(0.98)),
                FaultKind.of(
                                "tight-clipping",
                                Area.REGULARISATION,
                                "over-regularised",
                                "learning-rate-too-low",
                                "vanishing-gradient")
                        .in(program -> program.yaml().contains("nesterovs"))
                        .as("norm 0.001", draft ->
                                draft.training().put("gradient-clipping", Draft.mapping("norm", 0.001))),
                augmented("label-smoothing", "share", CLASSES, 0.9, 0.99),
                augmented("noise", "deviation", program -> true, 3, 30),
                augmented("mixup", "alpha", program -> true, 100),
                augmented("feature-masking", "share", TrainingFaults::readsTable, 0.8, 0.95),
                augmented("shift", "pixels", Program::sees, 4, 7),
                augmented("erasing", "share", Program::sees, 0.7, 0.95),
                augmented("rotation", "degrees", Program::sees, 180),
                FaultKind.of("flip", Area.AUGMENTATION, "bad-augmentation", "over-regularised")
                        .in(Program::sees)
                        .as("both ways", draft -> draft.put(
                                "augmentation",
                                List.of(Draft.mapping("flip", Draft.mapping("horizontal", 0.5, "vertical", 0.5))))),
                FaultKind.of("impatience", Area.EARLY_STOPPING, "early-stopped-on-noise", "too-few-epochs")
                        .as("improvement of 0.2", stopping("patience", 1, "minimum-improvement", 0.2))
                        .as("patience of 1 at a third of the rate", draft -> {
                            rate(1.0 / 3).accept(draft);
                            stopping("patience", 1).accept(draft);
                        }),
                FaultKind.of("too-few-epochs", Area.LENGTH, "too-few-epochs")
                        .as("2", draft -> draft.training().put("epochs", 2))
                        .as("1", draft -> draft.training().put("epochs", 1)),
                FaultKind.of("too-few-iterations", Area.LENGTH, "too-few-epochs")
                        .as("8", draft -> draft.training().put("iterations", 8)),
                FaultKind.of("hidden-class", Area.METRIC, "metric-hides-class", "class-imbalance")
                        .in(CLASSES.and(program -> program.set().isTable()))
                        .as("accuracy where one class is in 1 row of 50 everywhere", TrainingFaults::hideClass));
    }

    private static boolean readsTable(Program program) {
        return program.set().isTable() && !program.sees() && !program.has("lstm");
    }

    private static int trainRows(Draft draft) {
        return draft.set().isTable() ? draft.rows(DataSet.TRAIN).size() : 1024;
    }

    private static Consumer<Draft> optimised(String optimiser, double rate) {
        return draft -> {
            List.of("momentum", "epsilon", "rho", "beta1", "beta2")
                    .forEach(draft.section("space")::remove);
            draft.set("optimiser", optimiser);
            draft.set("learning-rate", rate);
        };
    }

    private static Consumer<Draft> momentum(double momentum) {
        return draft -> {
            optimised("nesterovs", 0.02).accept(draft);
            draft.set("momentum", momentum);
        };
    }

    private static Consumer<Draft> epsilon(double epsilon) {
        return draft -> {
            optimised("adam", 1e-3).accept(draft);
            draft.set("epsilon", epsilon);
        };
    }

    private static Consumer<Draft> rate(double factor) {
        return draft -> draft.set("learning-rate", factor * draft.number("learning-rate"));
    }

    private static Consumer<Draft> schedule(String kind, String setting, double value) {
        return draft ->
                draft.training().put("schedule", Draft.mapping(kind, Draft.mapping(setting, value)));
    }

    private static FaultKind penalised(String setting, double... strengths) {
        FaultKind kind = FaultKind.of("strong-" + setting, Area.REGULARISATION, "over-regularised");
        for (double strength : strengths) {
            kind = kind.as(
                    String.valueOf(strength),
                    draft -> draft.section("regularisation").put(setting, strength));
        }
        return kind;
    }

    private static Consumer<Draft> dropout(double rate) {
        return draft -> draft.layers()
                .add(draft.layers().size() - 1, Draft.mapping("dropout", Draft.mapping("rate", rate)));
    }

    private static FaultKind augmented(String step, String setting, Predicate<Program> suits, double... strengths) {
        FaultKind kind = FaultKind.of("strong-" + step, Area.AUGMENTATION, "bad-augmentation", "over-regularised")
                .in(suits);
        for (double strength : strengths) {
            Object value = setting.equals("pixels") ? (Object) (int) strength : (Object) strength;
            kind = kind.as(
                    String.valueOf(value),
                    draft -> draft.put(
                            "augmentation", List.of(Draft.mapping(step, Draft.mapping(setting, value)))));
        }
        return kind;
    }

    private static Consumer<Draft> stopping(Object... settings) {
        return draft -> draft.training().put("early-stopping", Draft.mapping(settings));
    }

    /** Trials go by a metric that does not tell that one class is never found. */
    private static void hideClass(Draft draft) {
        String rare = draft.classes().get(0);
        int seen = 0;
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < draft.table().rows().size(); row++) {
            boolean isRare = draft.table().cell(row, draft.set().label()).equals(rare);
            if (!isRare || seen++ % 12 == 0) {
                kept.add(row);
            }
        }
        draft.keep(kept);
        draft.put("objective", Draft.mapping("metric", "accuracy"));
    }
}

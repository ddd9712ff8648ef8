package dev.touchstone.bench.faults;

import dev.touchstone.bench.faults.FaultKind.Area;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Faults of the network: its loss, output, activations, initial weights, frozen layers and size. */
final class NetworkFaults {
    private static final Predicate<Program> CLASSES = program -> program.set().hasClasses();
    private static final Predicate<Program> SEVERAL = CLASSES.and(
            program -> program.set() != DataSet.CANCER && program.set() != DataSet.CELLS);
    private static final Predicate<Program> NUMBERS = CLASSES.negate();

    private NetworkFaults() {}

    static List<FaultKind> all() {
        return List.of(
                FaultKind.of("loss-of-numbers", Area.LOSS, "wrong-loss", "wrong-output-activation")
                        .in(CLASSES)
                        .as("mse with identity", output("mse", "identity"))
                        .as("mae with softmax", output("mae", "softmax")),
                FaultKind.of("loss-of-classes", Area.LOSS, "wrong-loss", "wrong-output-activation")
                        .in(NUMBERS)
                        .as("binary cross-entropy with sigmoid", output("binary-cross-entropy", "sigmoid"))
                        .as("cross-entropy with softmax", output("cross-entropy", "softmax")),
                FaultKind.of("loss-of-two-classes", Area.LOSS, "wrong-loss", "wrong-output-activation")
                        .in(SEVERAL)
                        .as("binary cross-entropy with softmax", output("binary-cross-entropy", "softmax"))
                        .as("binary cross-entropy with identity", output("binary-cross-entropy", "identity")),
                FaultKind.of("flat-loss", Area.LOSS, "wrong-loss")
                        .in(NUMBERS)
                        .as("huber with delta 0.001", draft -> {
                            draft.output().put("loss", "huber");
                            draft.output().put("delta", 0.001);
                        }),
                FaultKind.of("one-sided-weights", Area.LOSS, "wrong-loss", "class-imbalance", "metric-hides-class")
                        .in(CLASSES)
                        .as("one class counts 100 times", heavyClass(100))
                        .as("one class counts 10,000 times", heavyClass(10_000)),
                FaultKind.of("no-softmax", Area.OUTPUT, "wrong-output-activation", "wrong-loss")
                        .in(CLASSES)
                        .as("identity", output(null, "identity"))
                        .as("relu", output(null, "relu"))
                        .as("tanh", output(null, "tanh")),
                FaultKind.of("sigmoid-output", Area.OUTPUT, "wrong-output-activation", "wrong-loss")
                        .in(SEVERAL)
                        .as("with cross-entropy", output(null, "sigmoid")),
                FaultKind.of("bounded-output", Area.OUTPUT, "wrong-output-activation")
                        .in(NUMBERS)
                        .as("relu", output(null, "relu"))
                        .as("sigmoid", output(null, "sigmoid"))
                        .as("softmax", output(null, "softmax")),
                FaultKind.of("missing-activation", Area.ACTIVATION, "missing-activation", "too-little-capacity")
                        .as("in all hidden layers", draft -> draft.activate("identity")),
                FaultKind.of("saturating-activation", Area.ACTIVATION, "saturating-activation", "vanishing-gradient")
                        .as("sigmoid in all hidden layers", draft -> draft.activate("sigmoid"))
                        .as("and four more of them", draft -> {
                            draft.activate("sigmoid");
                            draft.beforeOutput(4, Draft.mapping("units", 24, "activation", "sigmoid"));
                        }),
                FaultKind.of(
                                "hidden-softmax",
                                Area.ACTIVATION,
                                "saturating-activation",
                                "vanishing-gradient",
                                "missing-activation")
                        .in(program -> !program.has("convolution") && !program.has("lstm"))
                        .as("in all hidden layers", draft -> draft.activate("softmax")),
                FaultKind.of("zero-weights", Area.INITIALISATION, "poor-initialisation", "dead-units")
                        .as("in all layers", initialised("zero")),
                FaultKind.of("constant-weights", Area.INITIALISATION, "poor-initialisation", "dead-units")
                        .in(program -> !program.has("lstm"))
                        .as("in all layers", initialised("constant")),
                FaultKind.of("small-weights", Area.INITIALISATION, "poor-initialisation", "vanishing-gradient")
                        .as("uniform in five more layers", deeper("uniform", "relu", 5))
                        .as("normal in eight more layers", deeper("normal", "tanh", 8)),
                FaultKind.of("frozen-layers", Area.FROZEN, "frozen-parameters")
                        .as("all hidden", draft -> draft.eachHidden((kind, layer) -> layer.put("frozen", true)))
                        .as("all hidden and three more of 8 units", draft -> {
                            draft.beforeOutput(3, Draft.mapping("units", 8, "activation", "relu"));
                            draft.eachHidden((kind, layer) -> layer.put("frozen", true));
                        }),
                FaultKind.of(
                                "cut-off-input",
                                Area.FROZEN,
                                "frozen-parameters",
                                "input-ignored",
                                "poor-initialisation",
                                "dead-units")
                        .as("by a layer that stays zero", draft -> draft.beforeOutput(1, Draft.mapping(
                                "units", 16, "activation", "relu", "initialisation", "zero", "frozen", true))),
                FaultKind.of("bottleneck", Area.CAPACITY, "too-little-capacity", "dead-units")
                        .as("of 2 units", draft ->
                                draft.beforeOutput(1, Draft.mapping("units", 2, "activation", "relu")))
                        .as("of 1 unit", draft ->
                                draft.beforeOutput(1, Draft.mapping("units", 1, "activation", "relu"))),
                FaultKind.of("too-narrow", Area.CAPACITY, "too-little-capacity", "dead-units")
                        .as("3 units a layer", narrow(3))
                        .as("1 unit a layer", narrow(1)),
                FaultKind.of(
                                "too-deep",
                                Area.CAPACITY,
                                "vanishing-gradient",
                                "poor-initialisation",
                                "saturating-activation",
                                "learning-rate-too-high",
                                "dead-units")
                        .as("twelve more layers of 8 units", draft ->
                                draft.beforeOutput(12, Draft.mapping("units", 8, "activation", "relu"))),
                FaultKind.of("rows-at-once", Area.BATCH, "batch-construction", "batch-size")
                        .in(program -> program.has("batch-normalisation"))
                        .as("two", draft -> draft.training().put("rows-at-once", 2))
                        .as("one", draft -> draft.training().put("rows-at-once", 1)));
    }

    private static Consumer<Draft> output(@Nullable String loss, String activation) {
        return draft -> {
            Map<String, Object> output = draft.output();
            if (loss != null) {
                output.put("loss", loss);
                output.remove("delta");
            } else if (draft.set().hasClasses()) {
                output.put("loss", "cross-entropy");
            }
            output.put("activation", activation);
            output.put("allow-mismatch", true);
        };
    }

    private static Consumer<Draft> heavyClass(double weight) {
        return draft -> draft.output().put("class-weights", Draft.mapping(draft.classes().get(0), weight));
    }

    private static Consumer<Draft> initialised(String how) {
        return draft -> draft.section("model").put("initialisation", how);
    }

    private static Consumer<Draft> deeper(String how, String activation, int layers) {
        return draft -> {
            initialised(how).accept(draft);
            draft.beforeOutput(layers, Draft.mapping("units", 24, "activation", activation));
        };
    }

    private static Consumer<Draft> narrow(int units) {
        return draft -> draft.eachHidden(
                (kind, layer) -> layer.put(kind.equals("convolution") ? "filters" : "units", units));
    }
}

package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the output layer: loss and activation that fit each other, unless it is to be built as it is said. Whether they
 * fit the task, only the data tell.
 */
record OutputReader(SpecNode.Mapping node, SettingReader settings, Problems problems) {
    LayerSpec read() {
        Optional<ActivationFunction> activation = node.text("activation").flatMap(ActivationFunction::named);
        boolean allowsMismatch =
                node.get("allow-mismatch").flatMap(SpecNode::asFlag).orElse(false);
        Optional<LossFunction> fixed = node.text("loss").flatMap(LossFunction::named);
        Optional<Setting> stated = node.get("loss")
                .flatMap(value ->
                        settings.read(value, losses(activation, allowsMismatch), fixed.map(LossFunction::specName)));
        if (!allowsMismatch) {
            activation.ifPresent(name -> checkActivation(name, fixed));
            fixed.ifPresent(this::checkOptions);
            if (node.get("loss").isEmpty()) {
                checkOption("gamma", LossFunction.FOCAL);
                checkOption("delta", LossFunction.HUBER);
            }
        }
        Optional<Setting> implied = allowsMismatch
                ? Optional.empty()
                : activation
                        .flatMap(LossFunction::wanting)
                        .map(LossFunction::specName)
                        .map(Setting.Fixed::new);
        return new LayerSpec.Output(
                stated.or(() -> implied).orElse(null),
                activation.orElse(null),
                number("gamma", Requirement.NOT_NEGATIVE).orElse(LayerSpec.Output.DEFAULT_GAMMA),
                number("delta", Requirement.POSITIVE).orElse(LayerSpec.Output.DEFAULT_DELTA),
                node.get("class-weights").map(OutputReader::weights).orElse(null),
                allowsMismatch);
    }

    private Optional<Setting> number(String key, Requirement requirement) {
        return node.get(key).flatMap(value -> settings.read(value, requirement, value.asNumber()));
    }

    /** What the values of a parameter must be. */
    private static Requirement losses(Optional<ActivationFunction> activation, boolean allowsMismatch) {
        List<String> names = Arrays.stream(LossFunction.values())
                .filter(loss -> allowsMismatch || activation.map(loss::fits).orElse(true))
                .map(LossFunction::specName)
                .toList();
        return new Requirement("one of " + String.join(", ", names), names, names::contains);
    }

    private void checkActivation(ActivationFunction activation, Optional<LossFunction> loss) {
        if (loss.isPresent() && !loss.get().fits(activation)) {
            problems.add(node, mismatch(loss.get(), activation));
        }
        if (node.get("loss").isEmpty() && LossFunction.wanting(activation).isEmpty()) {
            problems.add(
                    node.at("activation"),
                    "no loss fits " + activation.specName() + OutputCheck.WRONG_OUTPUT_ACTIVATION
                            + "; use softmax or sigmoid for classes, sigmoid for labels, identity for numbers");
        }
    }

    private static String mismatch(LossFunction loss, ActivationFunction activation) {
        String needs = switch (loss) {
            case CROSS_ENTROPY -> "probabilities that sum to 1: use softmax";
            case BINARY_CROSS_ENTROPY -> "a probability for each output: use sigmoid";
            case FOCAL -> "probabilities: use softmax, or sigmoid for two classes or labels";
            case MSE, MAE, HUBER -> "numbers of any size: use identity";
            case POISSON -> "the means of counts, which are above 0: use softplus";
        };
        return loss.specName() + " does not fit " + activation.specName() + OutputCheck.WRONG_OUTPUT_ACTIVATION
                + "; it needs " + needs;
    }

    /** Keys that a loss has no use for. */
    private void checkOptions(LossFunction loss) {
        Map<String, Boolean> uses = new LinkedHashMap<>();
        uses.put("gamma", loss == LossFunction.FOCAL);
        uses.put("delta", loss == LossFunction.HUBER);
        uses.put("class-weights", loss.suits(Task.Kind.CLASSIFICATION));
        uses.forEach((key, used) -> {
            if (!used && node.get(key).isPresent()) {
                problems.add(node.at(key), loss.specName() + " has no " + key + "; remove it");
            }
        });
    }

    /** A key that no loss has which is taken when none is stated. */
    private void checkOption(String key, LossFunction loss) {
        node.get(key)
                .ifPresent(value -> problems.add(
                        value, "is for " + loss.specName() + "; state loss: " + loss.specName() + ", or remove it"));
    }

    private static ClassWeights weights(SpecNode value) {
        Map<String, Double> byName = new LinkedHashMap<>();
        value.asMapping()
                .ifPresent(names -> names.children()
                        .forEach((name, weight) -> weight.asNumber().ifPresent(number -> byName.put(name, number))));
        return byName.isEmpty() ? new ClassWeights.Balanced() : new ClassWeights.Stated(byName);
    }
}

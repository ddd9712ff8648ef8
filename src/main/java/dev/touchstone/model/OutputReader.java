package dev.touchstone.model;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.Optional;

/** Reads the output layer: loss and activation that fit each other. Whether they fit the task, only the data tell. */
final class OutputReader {
    private OutputReader() {}

    static LayerSpec read(SpecNode.Mapping node, Problems problems) {
        Optional<LossFunction> loss = node.text("loss").flatMap(name -> SpecName.find(LossFunction.class, name));
        Optional<ActivationFunction> activation =
                node.text("activation").flatMap(name -> SpecName.find(ActivationFunction.class, name));
        if (loss.isPresent()
                && activation.isPresent()
                && activation.get() != loss.get().activation()) {
            problems.add(node, mismatch(loss.get(), activation.get()));
        }
        Optional<LossFunction> implied = activation.flatMap(LossFunction::wanting);
        if (loss.isEmpty() && activation.isPresent() && implied.isEmpty()) {
            problems.add(
                    node.at("activation"),
                    "no loss fits " + activation.get().specName()
                            + "; use softmax or sigmoid for classes, sigmoid for labels, identity for" + " numbers");
        }
        return new LayerSpec.Output(loss.or(() -> implied).orElse(null));
    }

    private static String mismatch(LossFunction loss, ActivationFunction activation) {
        String needs = switch (loss) {
            case CROSS_ENTROPY -> "probabilities that sum to 1: use softmax";
            case BINARY_CROSS_ENTROPY -> "a probability for each output: use sigmoid";
            case MSE -> "numbers of any size: use identity";
        };
        return loss.specName() + " does not fit " + activation.specName() + "; it needs " + needs;
    }
}

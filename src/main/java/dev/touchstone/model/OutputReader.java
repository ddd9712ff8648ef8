package dev.touchstone.model;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;

/** Reads the output layer: loss and activation that fit each other and a task with class labels. */
final class OutputReader {
    private OutputReader() {}

    static LayerSpec read(SpecNode.Mapping node, Problems problems) {
        LossFunction loss = node.text("loss")
                .flatMap(name -> SpecName.find(LossFunction.class, name))
                .orElse(LossFunction.CROSS_ENTROPY);
        ActivationFunction wanted = activationFor(loss);
        ActivationFunction activation = node.text("activation")
                .flatMap(name -> SpecName.find(ActivationFunction.class, name))
                .orElse(wanted);
        if (loss == LossFunction.MEAN_SQUARED_ERROR) {
            problems.add(
                    node.at("loss"),
                    "mean-squared-error is for regression, and the labels are classes; use cross-entropy with softmax");
        } else if (activation != wanted) {
            problems.add(node, mismatch(loss, activation));
        }
        return new LayerSpec.Output(loss, activation);
    }

    private static ActivationFunction activationFor(LossFunction loss) {
        return loss == LossFunction.BINARY_CROSS_ENTROPY ? ActivationFunction.SIGMOID : ActivationFunction.SOFTMAX;
    }

    private static String mismatch(LossFunction loss, ActivationFunction activation) {
        String needs = loss == LossFunction.CROSS_ENTROPY
                ? "probabilities that sum to 1: use softmax"
                : "a probability for each output: use sigmoid";
        return loss.specName() + " does not fit " + activation.specName() + "; it needs " + needs;
    }
}

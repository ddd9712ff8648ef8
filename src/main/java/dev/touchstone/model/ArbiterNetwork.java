package dev.touchstone.model;

import dev.touchstone.base.UserError;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.OneLine;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.arbiter.ComputationGraphSpace;
import org.deeplearning4j.arbiter.MultiLayerSpace;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.FixedValue;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * Makes DL4J configurations of an Arbiter space.
 *
 * @param shape dimensions of a row
 */
record ArbiterNetwork(ArbiterModel model, List<Integer> shape) {
    /** Any number from 0 to 1: what is drawn from is left one value each. */
    private static final double ANYWHERE = 0.5;

    /** The network of an assignment. */
    GivenNetwork of(Assignment assignment) {
        try {
            double base = model.hasOwnRates() ? Hyperparameters.of(assignment).learningRate() : Double.NaN;
            return new GivenNetwork(drawn(model.pinned(assignment)), base);
        } catch (RuntimeException e) {
            throw new UserError(OneLine.of("model: arbiter: Arbiter makes no network of it: " + e.getMessage()), e);
        }
    }

    private NetworkConfiguration drawn(String json) {
        if (model.isGraph()) {
            ComputationGraphSpace space = ComputationGraphSpace.fromJson(json);
            space.setInputTypes(new FixedValue<>(new InputType[] {input()}));
            return new NetworkConfiguration.Graph(
                    space.getValue(anywhere(space.collectLeaves())).getConfiguration(), inputShape());
        }
        MultiLayerSpace space = MultiLayerSpace.fromJson(json);
        space.setInputType(new FixedValue<>(input()));
        return new NetworkConfiguration.Chain(
                space.getValue(anywhere(space.collectLeaves())).getMultiLayerConfiguration(), inputShape());
    }

    /** What the spaces draw from, once each has its place in it. */
    @SuppressWarnings("rawtypes") // as Arbiter has them
    private static double[] anywhere(List<ParameterSpace> leaves) {
        int dimensions = 0;
        for (ParameterSpace leaf : leaves) {
            if (leaf.numParameters() > 0) {
                leaf.setIndices(dimensions++);
            }
        }
        double[] point = new double[dimensions];
        Arrays.fill(point, ANYWHERE);
        return point;
    }

    /** Images come flat, and DL4J makes of them what the first layer takes. */
    private InputType input() {
        return switch (shape.size()) {
            case 3 -> InputType.convolutionalFlat(shape.get(1), shape.get(2), shape.get(0));
            case 2 -> InputType.recurrent(shape.get(0), shape.get(1));
            default -> InputType.feedForward(width());
        };
    }

    private List<Integer> inputShape() {
        return shape.size() == 2 ? shape : List.of(width());
    }

    private int width() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}

package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Tasks;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SteppedRateTest {
    private static final LayerSpec DENSE = new LayerSpec.Dense(new Setting.Fixed(6), new Setting.Fixed("tanh"));

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void rate_isFollowedByAllLayersOfAClonedConfiguration(Optimiser optimiser) {
        SteppedRate rate = new SteppedRate();
        LayerSpec output = new LayerSpec.Output(LossFunction.CROSS_ENTROPY);
        NetworkBuilder builder =
                new NetworkBuilder(new ModelSpec(List.of(DENSE, DENSE, output)), List.of(4), Tasks.classes(2));
        Assignment assignment = new Assignment(Map.of("optimiser", optimiser.specName()));
        NetworkConfiguration.Chain chain = (NetworkConfiguration.Chain) builder.regularised(assignment, rate, 1);
        MultiLayerNetwork network = new MultiLayerNetwork(chain.chain().clone());
        network.init();

        // Where the rate is 0, ND4J's native Adam takes a step of its epsilon, 1e-8.
        assertThat(moved(network, rate, 0)).hasSize(6).allMatch(distance -> distance < 1e-6);
        assertThat(moved(network, rate, 0.1)).hasSize(6).allMatch(distance -> distance > 1e-4);
    }

    /** How far a step at a rate moves each parameter array. */
    private static List<Double> moved(MultiLayerNetwork network, SteppedRate rate, double to) {
        Map<String, INDArray> before = network.paramTable().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().dup()));
        rate.set(to);
        network.fit(
                Nd4j.createFromArray(new float[][] {{1, -1, 2, 0}, {0, 1, -1, 1}}),
                Nd4j.eye(2).castTo(DataType.FLOAT));
        return network.paramTable().entrySet().stream()
                .map(entry -> entry.getValue().distance2(before.get(entry.getKey())))
                .toList();
    }
}

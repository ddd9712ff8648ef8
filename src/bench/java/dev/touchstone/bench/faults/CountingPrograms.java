package dev.touchstone.bench.faults;

import java.util.List;

/** Programs that count; all of them are of real data. */
final class CountingPrograms {
    private static final String GRADES = """
            data:
              task: regression
              columns:
                cut: {order: [Fair, Good, Very Good, Premium, Ideal]}
                color: {order: [J, I, H, G, F, E, D]}
                clarity: {order: [I1, SI2, SI1, VS2, VS1, VVS2, VVS1, IF]}
            """;

    static final List<Program> ALL = List.of(
            counting("vowel-dense", DataSet.VOWEL, """
                    model:
                      layers:
                        - dense: {units: 48, activation: relu}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.005, batch-size: 16, optimiser: adam}
                    training: {epochs: 20, early-stopping: {patience: 10}}
                    """),
            counting("vowel-deep", DataSet.VOWEL, """
                    model:
                      layers:
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 32, activation: tanh}
                        - output: {}
                    space: {learning-rate: 0.03, batch-size: 16, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 20}
                    """),
            counting("vowel-normalised", DataSet.VOWEL, """
                    model:
                      layers:
                        - dense: {units: 32, activation: identity}
                        - batch-normalisation: {}
                        - activation: relu
                        - dense: {units: 32, activation: identity}
                        - batch-normalisation: {}
                        - activation: relu
                        - output: {}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 40}
                    """),
            counting("vowel-elu", DataSet.VOWEL, """
                    model:
                      layers:
                        - dense: {units: 48, activation: elu}
                        - dropout: {rate: 0.1}
                        - dense: {units: 32, activation: elu}
                        - output: {}
                    space: {learning-rate: 0.03, batch-size: 32, optimiser: adamax}
                    training: {epochs: 20}
                    """),
            counting("diamonds-dense", DataSet.DIAMONDS, GRADES + """
                    model:
                      layers:
                        - dense: {units: 32, activation: relu}
                        - dense: {units: 32, activation: relu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.004, batch-size: 32, optimiser: adam}
                    training: {epochs: 12}
                    """),
            counting("diamonds-huber", DataSet.DIAMONDS, GRADES + """
                    model:
                      layers:
                        - dense: {units: 24, activation: selu}
                        - dense: {units: 24, activation: selu}
                        - output: {loss: huber, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 12, early-stopping: {patience: 8}}
                    """),
            counting("diamonds-layered", DataSet.DIAMONDS, GRADES + """
                    model:
                      layers:
                        - dense: {units: 32, activation: relu, layer-normalisation: true}
                        - dense: {units: 16, activation: relu}
                        - output: {loss: mae, activation: identity}
                    regularisation: {weight-decay: 0.001}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 12}
                    """),
            counting("co2-dense", DataSet.CO2, """
                    data: {missing: drop, normalise: per-channel}
                    model: {layers: [{dense: {units: 32, activation: relu}}, {output: {loss: mse, activation: identity}}]}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 100, early-stopping: {patience: 40}}
                    """),
            counting("co2-convolutional", DataSet.CO2, """
                    data: {missing: drop, normalise: per-channel}
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 5, activation: elu}
                        - dense: {units: 16, activation: elu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.015, batch-size: 32, optimiser: adam}
                    training: {epochs: 120, early-stopping: {patience: 60}}
                    """),
            counting("fashion-dense", DataSet.FASHION, """
                    data: {shape: [1, 14, 14], normalise: min-max}
                    model:
                      layers:
                        - dense: {units: 48, activation: relu}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.003, batch-size: 32, optimiser: adam}
                    training: {epochs: 12, early-stopping: {patience: 6}}
                    """),
            counting("fashion-convolutional", DataSet.FASHION, """
                    data: {shape: [1, 14, 14], normalise: min-max}
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 3, stride: 2, activation: relu}
                        - pooling: {kind: max, size: 2}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 20}
                    """),
            counting("fashion-residual", DataSet.FASHION, """
                    data: {shape: [1, 14, 14], normalise: per-channel}
                    model:
                      layers:
                        - convolution: {filters: 6, kernel: 3, stride: 2, activation: relu}
                        - residual: {layers: [{convolution: {filters: 6, kernel: 3, padding: same, activation: relu}}]}
                        - pooling: {kind: max, size: 2}
                        - output: {}
                    space: {learning-rate: 0.02, batch-size: 64, optimiser: adam}
                    training: {epochs: 7}
                    """));

    private CountingPrograms() {}

    private static Program counting(String name, DataSet set, String yaml) {
        return new Program(name, set, false, yaml);
    }
}

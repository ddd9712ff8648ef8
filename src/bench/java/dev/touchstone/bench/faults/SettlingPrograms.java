package dev.touchstone.bench.faults;

import java.util.List;

/** Programs of real data that settle rules. */
final class SettlingPrograms {
    static final List<Program> ALL = List.of(
            settling("digits-dense", DataSet.DIGITS, """
                    model: {layers: [{dense: {units: 32, activation: relu}}, {output: {}}]}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 15}
                    """),
            settling("digits-deep", DataSet.DIGITS, """
                    data: {shape: [1, 8, 8]}
                    model:
                      layers:
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 32, activation: tanh}
                        - output: {}
                    space: {learning-rate: 0.003, batch-size: 32, optimiser: adam}
                    training: {epochs: 15, early-stopping: {patience: 6}}
                    """),
            settling("digits-normalised", DataSet.DIGITS, """
                    model:
                      layers:
                        - dense: {units: 32, activation: identity}
                        - batch-normalisation: {}
                        - activation: relu
                        - dense: {units: 32, activation: identity}
                        - batch-normalisation: {}
                        - activation: relu
                        - output: {}
                    space: {learning-rate: 0.03, batch-size: 32, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 12}
                    """),
            settling("digits-convolutional", DataSet.DIGITS, """
                    data: {shape: [1, 8, 8], normalise: min-max}
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 3, activation: relu}
                        - pooling: {kind: max, size: 2}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 12, early-stopping: {patience: 6}}
                    """),
            settling("digits-recurrent", DataSet.DIGITS, """
                    data: {shape: [8, 8], normalise: min-max}
                    model: {layers: [{lstm: {units: 16}}, {output: {}}]}
                    space: {learning-rate: 0.02, batch-size: 32, optimiser: adam}
                    training: {epochs: 12}
                    """),
            settling("digits-number", DataSet.DIGITS_NUMBER, """
                    data: {task: regression, normalise: min-max}
                    model:
                      layers:
                        - dense: {units: 32, activation: relu}
                        - dropout: {rate: 0.1}
                        - dense: {units: 16, activation: relu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.003, batch-size: 32, optimiser: adam}
                    training: {epochs: 20, early-stopping: {patience: 15}}
                    """),
            settling("cancer-dense", DataSet.CANCER, """
                    model: {layers: [{dense: {units: 16, activation: relu}}, {output: {}}]}
                    space: {learning-rate: 0.005, batch-size: 16, optimiser: adam}
                    training: {epochs: 15}
                    """),
            settling("cancer-dropout", DataSet.CANCER, """
                    model:
                      layers:
                        - dense: {units: 24, activation: relu}
                        - dropout: {rate: 0.2}
                        - dense: {units: 24, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.003, batch-size: 16, optimiser: adam}
                    training: {epochs: 15, early-stopping: {patience: 6}}
                    """),
            settling("cancer-momentum", DataSet.CANCER, """
                    model: {layers: [{dense: {units: 16, activation: tanh}}, {output: {}}]}
                    regularisation: {weight-decay: 0.001}
                    space: {learning-rate: 0.02, batch-size: 16, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 12, schedule: constant}
                    """),
            settling("cancer-binary", DataSet.CANCER, """
                    model:
                      layers: [{dense: {units: 16, activation: elu}}, {output: {loss: binary-cross-entropy, activation: sigmoid}}]
                    space: {learning-rate: 0.003, batch-size: 16, optimiser: rmsprop}
                    training: {epochs: 15}
                    """),
            settling("splice-dense", DataSet.SPLICE, """
                    data: {columns: {sequence: characters}, normalise: none}
                    model: {layers: [{dropout: {rate: 0.2}}, {dense: {units: 32, activation: relu}}, {output: {}}]}
                    space: {learning-rate: 0.004, batch-size: 32, optimiser: adam}
                    training: {epochs: 10}
                    """),
            settling("splice-wide", DataSet.SPLICE, """
                    data: {columns: {sequence: characters}, normalise: none}
                    model:
                      layers:
                        - dense: {units: 64, activation: tanh}
                        - dropout: {rate: 0.3}
                        - dense: {units: 32, activation: tanh}
                        - output: {}
                    space: {learning-rate: 0.002, batch-size: 32, optimiser: nadam}
                    training: {epochs: 10, early-stopping: {patience: 5}}
                    """));

    private SettlingPrograms() {}

    private static Program settling(String name, DataSet set, String yaml) {
        return new Program(name, set, true, yaml);
    }
}

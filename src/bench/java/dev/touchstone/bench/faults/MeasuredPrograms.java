package dev.touchstone.bench.faults;

import java.util.List;

/**
 * Programs that settle rules, of data that were measured and are for benchmarks alone: they overfit a little, have labels
 * that are wrong here and there, signals that are weak, tails that are long, and series that drift.
 */
final class MeasuredPrograms {
    private static final String SERIES = "data: {missing: drop, normalise: per-channel}\n";

    static final List<Program> ALL = List.of(
            measured("satellite-dense", DataSet.SATELLITE, """
                    model: {layers: [{dense: {units: 32, activation: relu}}, {output: {}}]}
                    space: {learning-rate: 0.008, batch-size: 32, optimiser: adam}
                    training: {epochs: 25}
                    """),
            measured("satellite-deep", DataSet.SATELLITE, """
                    model:
                      layers:
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 24, activation: tanh}
                        - dense: {units: 16, activation: tanh}
                        - output: {}
                    space: {learning-rate: 0.03, batch-size: 32, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 25, early-stopping: {patience: 8}}
                    """),
            measured("vehicle-normalised", DataSet.VEHICLE, """
                    model:
                      layers:
                        - dense: {units: 32, activation: identity}
                        - batch-normalisation: {}
                        - activation: relu
                        - dense: {units: 16, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: adam}
                    training: {epochs: 30, early-stopping: {patience: 10}}
                    """),
            measured("vehicle-elu", DataSet.VEHICLE, """
                    model:
                      layers:
                        - dense: {units: 48, activation: elu}
                        - dense: {units: 24, activation: elu}
                        - output: {}
                    regularisation: {weight-decay: 0.001}
                    space: {learning-rate: 0.005, batch-size: 16, optimiser: adam}
                    training: {epochs: 30, early-stopping: {patience: 12}}
                    """),
            measured("letters-dense", DataSet.LETTERS, """
                    model:
                      layers:
                        - dense: {units: 64, activation: relu}
                        - dense: {units: 48, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 25, early-stopping: {patience: 10}}
                    """),
            measured("letters-dropout", DataSet.LETTERS, """
                    model:
                      layers:
                        - dense: {units: 96, activation: selu}
                        - dropout: {rate: 0.1}
                        - dense: {units: 48, activation: selu}
                        - output: {}
                    space: {learning-rate: 0.02, batch-size: 32, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 25}
                    """),
            measured("cells-dropout", DataSet.CELLS, """
                    model:
                      layers:
                        - dense: {units: 24, activation: relu}
                        - dropout: {rate: 0.3}
                        - output: {}
                    space: {learning-rate: 0.003, batch-size: 32, optimiser: adam}
                    training: {epochs: 15, early-stopping: {patience: 6}}
                    """),
            measured("cells-binary", DataSet.CELLS, """
                    model:
                      layers:
                        - dense: {units: 16, activation: tanh}
                        - output: {loss: binary-cross-entropy, activation: sigmoid}
                    regularisation: {l2: 0.001}
                    space: {learning-rate: 0.003, batch-size: 16, optimiser: rmsprop}
                    training: {epochs: 12}
                    """),
            measured("concrete-dense", DataSet.CONCRETE, """
                    data: {task: regression}
                    model:
                      layers:
                        - dense: {units: 32, activation: relu}
                        - dense: {units: 16, activation: relu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 16, optimiser: adam}
                    training: {epochs: 40, early-stopping: {patience: 12}}
                    """),
            measured("concrete-huber", DataSet.CONCRETE, """
                    data: {task: regression}
                    model:
                      layers:
                        - dense: {units: 48, activation: elu}
                        - output: {loss: huber, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: nadam}
                    training: {epochs: 40, early-stopping: {patience: 15}}
                    """),
            measured("earnings-dense", DataSet.EARNINGS, """
                    data: {task: regression}
                    model:
                      layers:
                        - dense: {units: 24, activation: relu}
                        - dropout: {rate: 0.3}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.008, batch-size: 16, optimiser: adam}
                    training: {epochs: 30, early-stopping: {patience: 12}}
                    """),
            measured("earnings-absolute", DataSet.EARNINGS, """
                    data: {task: regression}
                    model:
                      layers:
                        - dense: {units: 24, activation: tanh}
                        - output: {loss: mae, activation: identity}
                    regularisation: {weight-decay: 0.01}
                    space: {learning-rate: 0.02, batch-size: 32, optimiser: adam}
                    training: {epochs: 20}
                    """),
            measured("temperatures-convolutional", DataSet.TEMPERATURES, SERIES + """
                    model:
                      layers:
                        - convolution: {filters: 6, kernel: 5, activation: tanh}
                        - pooling: {kind: average, size: 2}
                        - dense: {units: 16, activation: tanh}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 64, optimiser: adam}
                    training: {epochs: 12}
                    """),
            measured("temperatures-dense", DataSet.TEMPERATURES, SERIES + """
                    model:
                      layers:
                        - dense: {units: 32, activation: relu}
                        - dense: {units: 16, activation: relu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.003, batch-size: 32, optimiser: adam}
                    training: {epochs: 15, early-stopping: {patience: 8}}
                    """),
            measured("weather-dense", DataSet.WEATHER, SERIES + """
                    model: {layers: [{dense: {units: 16, activation: tanh}}, {output: {loss: mse, activation: identity}}]}
                    regularisation: {weight-decay: 0.01}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: adam}
                    training: {epochs: 25, early-stopping: {patience: 8}}
                    """),
            measured("weather-convolutional", DataSet.WEATHER, SERIES + """
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 5, activation: elu}
                        - pooling: {kind: max, size: 2}
                        - output: {loss: huber, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: adam}
                    training: {epochs: 25, early-stopping: {patience: 12}}
                    """));

    private MeasuredPrograms() {}

    private static Program measured(String name, DataSet set, String yaml) {
        return new Program(name, set, true, yaml);
    }
}

package dev.touchstone.bench.faults;

import java.util.List;

/** Programs of drawn data, which settle rules for kinds of data that the real ones of that half do not have. */
final class DrawnPrograms {
    private static final String HOUSES = """
            data:
              task: regression
              columns: {condition: {order: [poor, fair, good, fine, new]}}
            """;

    private static final String SERIES = "data: {missing: drop, normalise: per-channel}\n";

    private static final String PIXELS = "data: {shape: [1, 14, 14], normalise: min-max}\n";

    static final List<Program> ALL = List.of(
            drawn("houses-dense", DataSet.HOUSES, HOUSES + """
                    model:
                      layers:
                        - dense: {units: 32, activation: relu}
                        - dense: {units: 24, activation: relu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.004, batch-size: 32, optimiser: adam}
                    training: {epochs: 15, early-stopping: {patience: 8}}
                    """),
            drawn("houses-huber", DataSet.HOUSES, HOUSES + """
                    model:
                      layers:
                        - dense: {units: 32, activation: selu}
                        - dense: {units: 16, activation: selu}
                        - output: {loss: huber, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 15}
                    """),
            drawn("yields-layered", DataSet.YIELDS, """
                    data: {task: regression}
                    model:
                      layers:
                        - dense: {units: 32, activation: relu, layer-normalisation: true}
                        - dense: {units: 24, activation: relu}
                        - output: {loss: mae, activation: identity}
                    regularisation: {weight-decay: 0.001}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 20}
                    """),
            drawn("yields-tanh", DataSet.YIELDS, """
                    data: {task: regression}
                    model: {layers: [{dense: {units: 40, activation: tanh}}, {output: {loss: mse, activation: identity}}]}
                    space: {learning-rate: 0.01, batch-size: 16, optimiser: rmsprop}
                    training: {epochs: 20, early-stopping: {patience: 10}}
                    """),
            drawn("wages-elu", DataSet.WAGES, """
                    data: {task: regression}
                    model:
                      layers:
                        - dense: {units: 16, activation: elu}
                        - dense: {units: 16, activation: elu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.005, batch-size: 16, optimiser: adam}
                    training: {epochs: 20}
                    """),
            drawn("clients-dense", DataSet.CLIENTS, """
                    model:
                      layers:
                        - dense: {units: 32, activation: relu}
                        - dropout: {rate: 0.1}
                        - dense: {units: 16, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 15}
                    """),
            drawn("mixture-normalised", DataSet.MIXTURE, """
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
                    training: {epochs: 20, early-stopping: {patience: 12}}
                    """),
            drawn("mixture-elu", DataSet.MIXTURE, """
                    model:
                      layers:
                        - dense: {units: 48, activation: elu}
                        - dropout: {rate: 0.1}
                        - dense: {units: 32, activation: elu}
                        - output: {}
                    space: {learning-rate: 0.02, batch-size: 32, optimiser: adamax}
                    training: {epochs: 20}
                    """),
            drawn("spectra-dense", DataSet.SPECTRA, """
                    model:
                      layers:
                        - dense: {units: 48, activation: relu}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.004, batch-size: 16, optimiser: adam}
                    training: {epochs: 20, early-stopping: {patience: 10}}
                    """),
            drawn("spectra-deep", DataSet.SPECTRA, """
                    model:
                      layers:
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 32, activation: tanh}
                        - dense: {units: 24, activation: tanh}
                        - output: {}
                    space: {learning-rate: 0.03, batch-size: 16, optimiser: nesterovs, momentum: 0.9}
                    training: {epochs: 20}
                    """),
            drawn("demand-dense", DataSet.DEMAND, SERIES + """
                    model: {layers: [{dense: {units: 32, activation: relu}}, {output: {loss: mse, activation: identity}}]}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 25, early-stopping: {patience: 10}}
                    """),
            drawn("demand-convolutional", DataSet.DEMAND, SERIES + """
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 7, activation: elu}
                        - dense: {units: 16, activation: elu}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 25}
                    """),
            drawn("walk-dense", DataSet.WALK, SERIES + """
                    model:
                      layers:
                        - dense: {units: 24, activation: tanh}
                        - output: {loss: mse, activation: identity}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: nadam}
                    training: {epochs: 25, early-stopping: {patience: 10}}
                    """),
            drawn("load-recurrent", DataSet.LOAD, SERIES + """
                    model: {layers: [{lstm: {units: 8}}, {output: {loss: mse, activation: identity}}]}
                    space: {learning-rate: 0.03, batch-size: 64, optimiser: adam}
                    training: {epochs: 8}
                    """),
            drawn("load-convolutional", DataSet.LOAD, SERIES + """
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 5, activation: relu}
                        - pooling: {kind: max, size: 2}
                        - dense: {units: 16, activation: relu}
                        - output: {loss: huber, activation: identity}
                    space: {learning-rate: 0.005, batch-size: 32, optimiser: adam}
                    training: {epochs: 20, early-stopping: {patience: 10}}
                    """),
            drawn("shapes-dense", DataSet.SHAPES, PIXELS + """
                    model:
                      layers:
                        - dense: {units: 48, activation: relu}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.003, batch-size: 32, optimiser: adam}
                    training: {epochs: 14, early-stopping: {patience: 6}}
                    """),
            drawn("shapes-convolutional", DataSet.SHAPES, PIXELS + """
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 3, stride: 2, activation: relu}
                        - pooling: {kind: max, size: 2}
                        - dense: {units: 32, activation: relu}
                        - output: {}
                    space: {learning-rate: 0.008, batch-size: 32, optimiser: adam}
                    training: {epochs: 12}
                    """),
            drawn("textures-residual", DataSet.TEXTURES, """
                    data: {shape: [1, 14, 14], normalise: per-channel}
                    model:
                      layers:
                        - convolution: {filters: 8, kernel: 5, stride: 2, activation: relu}
                        - residual: {layers: [{convolution: {filters: 8, kernel: 3, padding: same, activation: relu}}]}
                        - pooling: {kind: max, size: 2}
                        - output: {}
                    space: {learning-rate: 0.01, batch-size: 32, optimiser: adam}
                    training: {epochs: 8}
                    """));

    private DrawnPrograms() {}

    private static Program drawn(String name, DataSet set, String yaml) {
        return new Program(name, set, true, yaml);
    }
}

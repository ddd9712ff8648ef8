package dev.touchstone.model.keras;

import dev.touchstone.base.Json;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files as Keras 2 writes them, without weights. */
public final class KerasFiles {
    private static final Map<String, Object> ZEROS = Map.of("class_name", "Zeros", "config", Map.of());

    /** What layers of many kinds have in common. */
    private static final String COMMON = """
            {"trainable": true, "dtype": "float32", "activation": "linear", "use_bias": true,
             "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
             "recurrent_initializer": {"class_name": "Orthogonal", "config": {"gain": 1.0, "seed": null}},
             "kernel_regularizer": null, "bias_regularizer": null, "activity_regularizer": null,
             "kernel_constraint": null, "bias_constraint": null, "padding": "valid", "data_format": "channels_last",
             "recurrent_activation": "sigmoid", "unit_forget_bias": true, "recurrent_regularizer": null,
             "recurrent_constraint": null, "dropout": 0.0, "recurrent_dropout": 0.0, "return_sequences": false,
             "return_state": false, "go_backwards": false, "stateful": false, "unroll": true,
             "momentum": 0.99, "epsilon": 0.001, "center": true, "scale": true, "axis": [-1],
             "beta_regularizer": null, "gamma_regularizer": null, "beta_constraint": null, "gamma_constraint": null}""";

    private KerasFiles() {}

    /** A layer of a kind with what it does not share with others, as JSON. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> layer(String kind, String name, String config) {
        Map<String, Object> all = new LinkedHashMap<>(Json.read(COMMON, Map.class));
        all.put("bias_initializer", ZEROS);
        all.put("name", name);
        if (!kind.equals("BatchNormalization")) {
            all.remove("axis");
        }
        if (kind.equals("InputLayer")) {
            all.remove("data_format");
        }
        all.putAll(Json.read(config, Map.class));
        Map<String, Object> layer = new LinkedHashMap<>(Map.of("class_name", kind, "config", all));
        layer.put("name", name);
        return layer;
    }

    /** The same, fed by others of a functional model. */
    public static Map<String, Object> fed(Map<String, Object> layer, String... by) {
        List<Object> from = Stream.of(by)
                .map(name -> (Object) List.of(name, 0, 0, Map.of()))
                .toList();
        layer.put("inbound_nodes", from.isEmpty() ? List.of() : List.of(from));
        return layer;
    }

    public static Map<String, Object> sequential(List<?> layers) {
        return Map.of("class_name", "Sequential", "config", Map.of("name", "sequential", "layers", layers));
    }

    public static Map<String, Object> functional(List<?> layers, List<String> inputs, List<String> outputs) {
        return Map.of(
                "class_name",
                "Functional",
                "config",
                Map.of(
                        "name",
                        "model",
                        "layers",
                        layers,
                        "input_layers",
                        ends(inputs),
                        "output_layers",
                        ends(outputs)));
    }

    private static List<List<Object>> ends(List<String> names) {
        return names.stream().map(name -> List.<Object>of(name, 0, 0)).toList();
    }

    /** Writes a model that was not compiled. */
    public static Path write(Path file, Object model) {
        return write(file, Map.of("keras_version", "2.15.0", "model_config", Json.write(model)));
    }

    /** Writes a model that was compiled. */
    public static Path write(Path file, Object model, String training) {
        return write(
                file,
                Map.of("keras_version", "2.15.0", "model_config", Json.write(model), "training_config", training));
    }

    /** Writes any attributes. */
    public static Path write(Path file, Map<String, String> attributes) {
        try (WritableHdfFile made = HdfFile.write(file)) {
            attributes.forEach(made::putAttribute);
        }
        return file;
    }
}

package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Networks as a spec writes them, for digits: as tables, pictures, or sequences of their lines. */
record LayerTable(String shape, List<String> layers) {
    static final String TABLE = "[64]";
    static final String PICTURE = "[1, 8, 8]";
    static final String SEQUENCE = "[8, 8]";

    /** By shape; layers do not change the data. */
    private static final Map<String, PreparedData> PREPARED = new ConcurrentHashMap<>();

    static LayerTable of(String shape, String... layers) {
        return new LayerTable(shape, List.of(layers));
    }

    StudySpec spec() {
        String text = """
                data:
                  source: {csv: search-spaces/data/digits.csv, label: digit}
                  shape: %s
                model:
                  layers:
                %s
                    - output: {}
                space:
                  learning-rate: 0.01
                """.formatted(
                        shape, layers.stream().map(layer -> "    - " + layer).collect(Collectors.joining("\n")));
        return SpecFile.parse(text, Path.of("digits.yaml"), Overrides.NONE).spec();
    }

    PreparedData data() {
        return PREPARED.computeIfAbsent(shape, key -> Studies.prepare(spec()).data());
    }

    NetworkBuilder networks(PreparedData data) {
        return new NetworkBuilder(spec().model(), data.shape(), data.task());
    }

    /** The network as it is trained, with Adam. */
    NetworkConfiguration regularised(PreparedData data, SteppedRate rate) {
        return networks(data).regularised(new Assignment(Map.of()), rate, 7);
    }

    @Override
    public String toString() {
        return shape + " " + String.join(", ", layers);
    }
}

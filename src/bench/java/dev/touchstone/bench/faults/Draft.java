package dev.touchstone.bench.faults;

import dev.touchstone.base.Json;
import dev.touchstone.base.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The spec and the data file of a program, to be changed by a fault before they are written. */
final class Draft {
    /** Layers that have an activation and are not the output. */
    private static final Set<String> ACTIVATED = Set.of("dense", "convolution", "lstm");

    private final DataSet set;
    private Table table;
    private final Map<String, Object> spec;

    private Draft(DataSet set, Table table, Map<String, Object> spec) {
        this.set = set;
        this.table = table;
        this.spec = spec;
    }

    /** The healthy program on the sample of a split. */
    static Draft of(Program program, int split) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("study", program.name());
        spec.put("data", new LinkedHashMap<>());
        spec.putAll(new Yaml(new SafeConstructor(new LoaderOptions())).load(program.yaml()));
        Draft draft = new Draft(program.set(), program.set().draw(split), spec);
        draft.data().put("checks", "advise");
        if (program.set().isTable()) {
            draft.data().put("split", mapping("column", DataSet.SPLIT));
        } else {
            // A forecast has one order of time; each split ends elsewhere in it.
            double validation = 0.2;
            double test = 0.1 + 0.02 * ((split - 1) % 5);
            draft.data()
                    .put("split", mapping("train", 1 - validation - test, "validation", validation, "test", test));
        }
        String advise = "advise";
        spec.put(
                "gates",
                mapping(
                        "build", advise,
                        "initialisation", advise,
                        "overfit-tiny-batch", advise,
                        "learning-rate-range", advise));
        spec.put("search", mapping("trials", 1, "seed", 1));
        return draft;
    }

    /** A mapping of a spec. */
    static Map<String, Object> mapping(Object... namesAndValues) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            mapping.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return mapping;
    }

    DataSet set() {
        return set;
    }

    Table table() {
        return table;
    }

    void replace(Table other) {
        table = other;
    }

    Map<String, Object> data() {
        return section("data");
    }

    Map<String, Object> training() {
        return section("training");
    }

    /** A section of the spec, an empty one where there is none yet. */
    @SuppressWarnings("unchecked")
    Map<String, Object> section(String name) {
        return (Map<String, Object>) spec.computeIfAbsent(name, absent -> new LinkedHashMap<>());
    }

    void put(String name, Object value) {
        spec.put(name, value);
    }

    /** A hyperparameter. */
    void set(String name, Object value) {
        section("space").put(name, value);
    }

    double number(String hyperparameter) {
        return ((Number) Objects.requireNonNull(section("space").get(hyperparameter))).doubleValue();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> layers() {
        return (List<Map<String, Object>>) Objects.requireNonNull(section("model").get("layers"));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> output() {
        return (Map<String, Object>)
                Objects.requireNonNull(layers().get(layers().size() - 1).get("output"));
    }

    /** Changes each hidden layer that has weights: told its kind and its settings. */
    void eachHidden(BiConsumer<String, Map<String, Object>> change) {
        eachHidden(layers(), change);
    }

    @SuppressWarnings("unchecked")
    private static void eachHidden(List<Map<String, Object>> layers, BiConsumer<String, Map<String, Object>> change) {
        for (Map<String, Object> layer : layers) {
            layer.forEach((kind, settings) -> {
                if (kind.equals("residual")) {
                    eachHidden((List<Map<String, Object>>)
                            Objects.requireNonNull(((Map<String, Object>) settings).get("layers")), change);
                } else if (ACTIVATED.contains(kind)) {
                    change.accept(kind, (Map<String, Object>) settings);
                }
            });
        }
    }

    /** Puts layers of their own before the output. */
    void beforeOutput(int times, Map<String, Object> settings) {
        for (int i = 0; i < times; i++) {
            layers().add(layers().size() - 1, mapping("dense", new LinkedHashMap<>(settings)));
        }
    }

    /** Gives every hidden layer the activation, wherever it is written. */
    void activate(String activation) {
        layers().removeIf(layer -> layer.containsKey("activation"));
        eachHidden((kind, settings) -> settings.put("activation", activation));
    }

    /** Places of the rows of a part of a table. */
    List<Integer> rows(String part) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.cell(row, DataSet.SPLIT).equals(part)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Rows that are kept of a table. */
    void keep(List<Integer> places) {
        replace(new Table(
                table.header(),
                new ArrayList<>(places.stream().map(table.rows()::get).toList())));
    }

    /** Some of the places, drawn. */
    static List<Integer> some(List<Integer> places, double share, SplittableRandom random) {
        return places.stream().filter(place -> random.nextDouble() < share).toList();
    }

    /** The texts that the label has, in ascending order. */
    List<String> classes() {
        int label = table.at(set.label());
        return table.rows().stream().map(row -> row[label]).distinct().sorted().toList();
    }

    /** Changes each feature that is a number, row by row. */
    void eachFeature(Consumer<String> change) {
        set.features().forEach(change);
    }

    /** All that data checks depend on. */
    String dataKey() {
        String told = Json.write(data()) + spec.get("augmentation");
        return Sha256.of((table.csv() + told).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes data and spec into a folder. */
    Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Path csv = folder.resolve("data.csv").toAbsolutePath();
            Files.writeString(csv, table.csv());
            data().put("source", set.isTable() ? mapping("csv", csv.toString(), "label", set.label()) : windows(csv));
            Map<String, Object> written = new LinkedHashMap<>(spec);
            Map<String, Object> space = new LinkedHashMap<>();
            section("space").forEach((name, value) -> space.put(name, mapping("choice", List.of(value))));
            written.put("space", space);
            Path file = folder.resolve("spec.yaml");
            Files.write(file, Json.write(written).getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> windows(Path csv) {
        return mapping(
                "windows",
                mapping(
                        "csv", csv.toString(),
                        "time", table.header().get(0),
                        "value", set.label(),
                        "length", set.length(),
                        "horizon", set.horizon()));
    }
}

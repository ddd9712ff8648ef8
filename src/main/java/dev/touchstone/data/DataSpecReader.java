package dev.touchstone.data;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.data.factory.UserFactory;
import dev.touchstone.spec.NearestFile;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the {@code data} section of a spec. */
public final class DataSpecReader {
    /** The keys of a data section that go with data that are divided and encoded. */
    public static final Set<String> KEPT_WITH_SHARED = Set.of("source", "checks");

    private final Path folder;
    private final Predicate<Path> exists;
    private final ClassPath classPath;

    /**
     * @param folder what paths are relative to
     * @param exists whether a data file or folder is there; always true for a study whose data were read before
     * @param classPath where a user's own classes are; none for a study whose data were read before
     */
    public DataSpecReader(Path folder, Predicate<Path> exists, ClassPath classPath) {
        this.folder = folder.toAbsolutePath().normalize();
        this.exists = exists;
        this.classPath = classPath;
    }

    /** The section's record; nothing when its source cannot be told, which is a problem by then. */
    public Optional<DataSpec> read(SpecNode.Mapping section, Problems problems) {
        List<Integer> shape = section.get("shape").stream()
                .flatMap(node -> node.items().stream())
                .flatMap(size -> size.asWhole().stream())
                .toList();
        Optional<Normalisation> normalise =
                section.text("normalise").flatMap(name -> SpecName.find(Normalisation.class, name));
        TableSpec table = TableSpecReader.read(section, problems);
        Optional<Source> source = section.mapping("source").flatMap(node -> source(section, node, table, problems));
        SplitSpec split = source.filter(Source.Windows.class::isInstance)
                .map(windows -> WindowsSplitReader.read(section.section("split"), (Source.Windows) windows, problems))
                .orElseGet(() -> SplitSpecReader.read(section.section("split"), problems));
        if (source.isPresent() && source.get() instanceof Source.Shared) {
            refuseFixed(section, problems);
        } else if (source.isPresent()
                && (source.get() instanceof Source.Idx || source.get() instanceof Source.Images)) {
            refuseColumns(section, split, problems);
        }
        if (source.isPresent() && (source.get() instanceof Source.Idx || source.get() instanceof Source.Images)) {
            refuseTask(section, problems);
        }
        return source.map(from -> new DataSpec(from, shape, split, normalise.orElse(usualNormalisation(from))));
    }

    /** One scale for all steps of a series keeps its shape. */
    private static Normalisation usualNormalisation(Source source) {
        return source instanceof Source.Windows || source instanceof Source.Sequences
                ? Normalisation.PER_CHANNEL
                : Normalisation.STANDARDISE;
    }

    /** What was decided before the data were shared. */
    private static void refuseFixed(SpecNode.Mapping section, Problems problems) {
        for (String key : section.children().keySet()) {
            if (!KEPT_WITH_SHARED.contains(key)) {
                problems.add(section.at(key), key + " was decided before the data were shared; remove it");
            }
        }
    }

    /** What goes with a table only. */
    private static void refuseColumns(SpecNode.Mapping section, SplitSpec split, Problems problems) {
        for (String key : List.of("columns", "missing")) {
            if (section.get(key).isPresent()) {
                problems.add(section.at(key), key + " goes with csv; this source has no columns");
            }
        }
        if (split.by().column().isPresent()) {
            problems.add(section.at("split"), "group, time and column go with csv; this source has no columns");
        }
    }

    private static void refuseTask(SpecNode.Mapping section, Problems problems) {
        section.text("task")
                .filter(task -> List.of("regression", "multi-label").contains(task))
                .ifPresent(task -> problems.add(
                        section.at("task"), task + " goes with csv or class; the labels of this source are classes"));
    }

    private Optional<Source> source(
            SpecNode.Mapping section, SpecNode.Mapping node, TableSpec table, Problems problems) {
        List<String> kinds = Stream.of("csv", "idx", "images", "windows", "sequences", "class", "shared")
                .filter(kind -> node.get(kind).isPresent())
                .toList();
        if (kinds.size() != 1) {
            problems.add(
                    node,
                    "expected {csv: FILE, label: COLUMN}, {idx: {images: FILE, labels: FILE}}, {images: FOLDER}, "
                            + "{windows: {csv: FILE, …}}, {sequences: {csv: FILE, …}}, {class: NAME} or {shared: FILE},"
                            + " found "
                            + node.describe());
            return Optional.empty();
        }
        if (node.get("csv").isPresent()) {
            return csv(node, table, problems);
        }
        if (node.get("label").isPresent()) {
            problems.add(
                    node.at("label"),
                    "label goes with csv; idx has a file of labels, images a folder for each, sequences one of their own,"
                            + " and a class brings them");
        }
        SeriesSpecReader series = new SeriesSpecReader(section, table, problems);
        return switch (kinds.get(0)) {
            case "idx" -> node.mapping("idx").flatMap(files -> idx(files, problems));
            case "images" -> path(node, "images", "folder", problems).map(Source.Images::new);
            case "windows" ->
                node.mapping("windows").flatMap(windows -> series.windows(windows, file(windows, "csv", problems)));
            case "sequences" ->
                node.mapping("sequences")
                        .flatMap(sequences -> series.sequences(sequences, file(sequences, "csv", problems)));
            case "shared" -> file(node, "shared", problems).map(Source.Shared::new);
            default ->
                node.text("class").map(name -> new Source.Iterator(new UserFactory(name, classPath), table.task()));
        };
    }

    private Optional<Source> csv(SpecNode.Mapping node, TableSpec table, Problems problems) {
        List<String> labels = node.text("label")
                .map(List::of)
                .orElseGet(() -> node.get("label").stream()
                        .flatMap(label -> label.items().stream())
                        .flatMap(label -> label.asText().stream())
                        .toList());
        Task.Kind task = table.task();
        if (task != null && !labels.isEmpty() && (task == Task.Kind.MULTI_LABEL) != (labels.size() > 1)) {
            problems.add(
                    node.at("label"),
                    "task: " + SpecName.of(task) + " goes with "
                            + (labels.size() > 1 ? "one label column" : "a list of label columns"));
        }
        return file(node, "csv", problems)
                .filter(file -> !labels.isEmpty())
                .map(file -> new Source.Csv(file, labels, table));
    }

    private Optional<Source> idx(SpecNode.Mapping node, Problems problems) {
        Optional<Path> images = file(node, "images", problems);
        Optional<Path> labels = file(node, "labels", problems);
        return images.flatMap(first -> labels.map(second -> new Source.Idx(first, second)));
    }

    private Optional<Path> file(SpecNode.Mapping node, String key, Problems problems) {
        return path(node, key, "file", problems);
    }

    /** @param what whether it is a file or a folder */
    private Optional<Path> path(SpecNode.Mapping node, String key, String what, Problems problems) {
        return node.text(key).flatMap(name -> resolve(node.at(key), name, what, problems));
    }

    private Optional<Path> resolve(SpecNode node, String name, String what, Problems problems) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!exists.test(file)) {
                problems.add(
                        node,
                        "there is no " + what + " " + Quoted.of(name) + " in the spec's folder " + folder
                                + NearestFile.hint(file));
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            problems.add(node, Quoted.of(name) + " is no path of a " + what);
            return Optional.empty();
        }
    }
}

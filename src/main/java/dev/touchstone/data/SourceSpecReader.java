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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the {@code source} of a data section. */
final class SourceSpecReader {
    private final Path folder;
    private final Predicate<Path> exists;
    private final ClassPath classPath;
    private final SpecNode.Mapping section;
    private final TableSpec table;
    private final Problems problems;

    /**
     * @param folder what paths are relative to
     * @param exists whether a data file or folder is there
     * @param section the data section, for what it says of columns
     */
    SourceSpecReader(
            Path folder,
            Predicate<Path> exists,
            ClassPath classPath,
            SpecNode.Mapping section,
            TableSpec table,
            Problems problems) {
        this.folder = folder;
        this.exists = exists;
        this.classPath = classPath;
        this.section = section;
        this.table = table;
        this.problems = problems;
    }

    /** The source; nothing when it cannot be told, which is a problem by then. */
    Optional<Source> read(SpecNode.Mapping node) {
        if (Split.NAMES.stream().anyMatch(split -> node.get(split).isPresent())) {
            return parts(node);
        }
        List<String> kinds = Stream.of("csv", "idx", "images", "windows", "sequences", "class", "shared")
                .filter(kind -> node.get(kind).isPresent())
                .toList();
        if (kinds.size() != 1) {
            problems.add(
                    node,
                    "expected {csv: FILE, label: COLUMN}, {idx: {images: FILE, labels: FILE}}, {images: FOLDER}, "
                            + "{windows: {csv: FILE, …}}, {sequences: {csv: FILE, …}}, {class: NAME}, {shared: FILE}"
                            + " or {train: SOURCE, …}, found " + node.describe());
            return Optional.empty();
        }
        if (node.get("csv").isPresent()) {
            return csv(node);
        }
        if (node.get("label").isPresent()) {
            problems.add(
                    node.at("label"),
                    "label goes with csv; idx has a file of labels, images a folder for each, sequences one of their own,"
                            + " and a class brings them");
        }
        SeriesSpecReader series = new SeriesSpecReader(section, table, problems);
        return switch (kinds.get(0)) {
            case "idx" -> node.mapping("idx").flatMap(files -> idx(files));
            case "images" -> path(node, "images", "folder").map(Source.Images::new);
            case "windows" -> node.mapping("windows").flatMap(windows -> series.windows(windows, file(windows, "csv")));
            case "sequences" ->
                node.mapping("sequences").flatMap(sequences -> series.sequences(sequences, file(sequences, "csv")));
            case "shared" -> file(node, "shared").map(Source.Shared::new);
            default ->
                node.text("class").map(name -> new Source.Iterator(new UserFactory(name, classPath), table.task()));
        };
    }

    private Optional<Source> parts(SpecNode.Mapping node) {
        List<Source.Parts.Part> parts = new ArrayList<>();
        for (String split : Split.NAMES) {
            node.mapping(split)
                    .flatMap(this::read)
                    .ifPresent(source -> parts.add(new Source.Parts.Part(split, source)));
        }
        if (problems.touch(node)) {
            return Optional.empty();
        }
        if (node.children().size() > parts.size()
                || parts.size() < 2
                || !parts.get(0).split().equals("train")) {
            problems.add(
                    node,
                    "expected {train: SOURCE} with one or both of validation and test beside it, found "
                            + node.describe());
            return Optional.empty();
        }
        Source first = parts.get(0).source();
        for (Source.Parts.Part part : parts) {
            mismatch(part.source(), first).ifPresent(what -> problems.add(node.at(part.split()), what));
        }
        return Optional.of(new Source.Parts(parts));
    }

    private static Optional<String> mismatch(Source source, Source first) {
        boolean comesInParts =
                source instanceof Source.Csv || source instanceof Source.Idx || source instanceof Source.Images;
        if (!comesInParts) {
            return Optional.of("only csv, idx and images come in parts");
        } else if (!source.getClass().equals(first.getClass())) {
            return Optional.of("expected the same kind of source as train's");
        }
        return source instanceof Source.Csv csv && !csv.labels().equals(((Source.Csv) first).labels())
                ? Optional.of(
                        "expected the label " + String.join(", ", ((Source.Csv) first).labels()) + " as train has")
                : Optional.empty();
    }

    private Optional<Source> csv(SpecNode.Mapping node) {
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
        return file(node, "csv").filter(file -> !labels.isEmpty()).map(file -> new Source.Csv(file, labels, table));
    }

    private Optional<Source> idx(SpecNode.Mapping node) {
        Optional<Path> images = file(node, "images");
        Optional<Path> labels = file(node, "labels");
        return images.flatMap(first -> labels.map(second -> new Source.Idx(first, second)));
    }

    private Optional<Path> file(SpecNode.Mapping node, String key) {
        return path(node, key, "file");
    }

    /** @param what whether it is a file or a folder */
    private Optional<Path> path(SpecNode.Mapping node, String key, String what) {
        return node.text(key).flatMap(name -> resolve(node.at(key), name, what));
    }

    private Optional<Path> resolve(SpecNode node, String name, String what) {
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

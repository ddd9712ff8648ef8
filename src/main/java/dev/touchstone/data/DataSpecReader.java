package dev.touchstone.data;

import dev.touchstone.spec.NearestFile;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the {@code data} section of a spec. */
public final class DataSpecReader {
    private final Path folder;
    private final Predicate<Path> exists;

    /**
     * @param folder what paths are relative to
     * @param exists whether a data file is there; always true for a study whose data were read before
     */
    public DataSpecReader(Path folder, Predicate<Path> exists) {
        this.folder = folder.toAbsolutePath().normalize();
        this.exists = exists;
    }

    /** The section's record; nothing when its source cannot be told, which is a problem by then. */
    public Optional<DataSpec> read(SpecNode.Mapping section, Problems problems) {
        List<Integer> shape = section.get("shape").stream()
                .flatMap(node -> node.items().stream())
                .flatMap(size -> size.asWhole().stream())
                .toList();
        SplitSpec split = section.mapping("split")
                .map(node -> SplitSpecReader.read(node, problems))
                .orElse(SplitSpec.DEFAULT);
        Normalisation normalise = section.text("normalise")
                .flatMap(name -> SpecName.find(Normalisation.class, name))
                .orElse(Normalisation.STANDARDISE);
        TableSpec table = TableSpecReader.read(section, problems);
        Optional<Source> source = section.mapping("source").flatMap(node -> source(node, table, problems));
        if (source.orElse(null) instanceof Source.Idx) {
            refuseColumns(section, split, problems);
        }
        return source.map(from -> new DataSpec(from, shape, split, normalise));
    }

    /** What goes with a table only. */
    private static void refuseColumns(SpecNode.Mapping section, SplitSpec split, Problems problems) {
        for (String key : List.of("columns", "missing")) {
            if (section.get(key).isPresent()) {
                problems.add(section.at(key), key + " goes with csv; idx has no columns");
            }
        }
        if (split.by().column().isPresent()) {
            problems.add(section.at("split"), "group, time and column go with csv; idx has no columns");
        }
    }

    private Optional<Source> source(SpecNode.Mapping node, TableSpec table, Problems problems) {
        boolean csv = node.get("csv").isPresent();
        boolean idx = node.get("idx").isPresent();
        if (csv == idx) {
            problems.add(
                    node,
                    "expected {csv: FILE, label: COLUMN} or {idx: {images: FILE, labels: FILE}}, found "
                            + node.describe());
        } else if (idx && node.get("label").isPresent()) {
            problems.add(node.at("label"), "label goes with csv; idx has its labels in a file");
        }
        return csv ? csv(node, table, problems) : node.mapping("idx").flatMap(files -> idx(files, problems));
    }

    private Optional<Source> csv(SpecNode.Mapping node, TableSpec table, Problems problems) {
        Optional<String> label = node.text("label");
        return file(node, "csv", problems).flatMap(file -> label.map(column -> new Source.Csv(file, column, table)));
    }

    private Optional<Source> idx(SpecNode.Mapping node, Problems problems) {
        Optional<Path> images = file(node, "images", problems);
        Optional<Path> labels = file(node, "labels", problems);
        return images.flatMap(first -> labels.map(second -> new Source.Idx(first, second)));
    }

    private Optional<Path> file(SpecNode.Mapping node, String key, Problems problems) {
        return node.text(key).flatMap(name -> resolve(node.at(key), name, problems));
    }

    private Optional<Path> resolve(SpecNode node, String name, Problems problems) {
        try {
            Path file = folder.resolve(name).normalize();
            if (!exists.test(file)) {
                problems.add(
                        node,
                        "there is no file " + Quoted.of(name) + " in the spec's folder " + folder
                                + NearestFile.hint(file));
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            problems.add(node, Quoted.of(name) + " is no path of a file");
            return Optional.empty();
        }
    }
}

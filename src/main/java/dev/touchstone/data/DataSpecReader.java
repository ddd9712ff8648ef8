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
import java.util.Set;
import java.util.function.Predicate;

/** Reads the {@code data} section of a spec. */
public final class DataSpecReader {
    /** The keys of a data section that go with data that are divided and encoded. */
    public static final Set<String> KEPT_WITH_SHARED = Set.of("source", "checks");

    private final Path folder;
    private final Predicate<Path> exists;

    /**
     * @param folder what paths are relative to
     * @param exists whether a data file or folder is there; always true for a study whose data were read before
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
        if (source.isPresent() && source.get() instanceof Source.Shared) {
            refuseFixed(section, problems);
        } else if (source.isPresent() && !(source.get() instanceof Source.Csv)) {
            refuseColumns(section, split, problems);
        }
        return source.map(from -> new DataSpec(from, shape, split, normalise));
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
        if (section.text("task").filter("regression"::equals).isPresent()) {
            problems.add(section.at("task"), "regression goes with csv; the labels of this source are classes");
        }
        if (split.by().column().isPresent()) {
            problems.add(section.at("split"), "group, time and column go with csv; this source has no columns");
        }
    }

    private Optional<Source> source(SpecNode.Mapping node, TableSpec table, Problems problems) {
        List<String> kinds = List.of("csv", "idx", "images", "shared").stream()
                .filter(kind -> node.get(kind).isPresent())
                .toList();
        if (kinds.size() != 1) {
            problems.add(
                    node,
                    "expected {csv: FILE, label: COLUMN}, {idx: {images: FILE, labels: FILE}}, {images: FOLDER} or"
                            + " {shared: FILE}, found "
                            + node.describe());
            return Optional.empty();
        }
        if (node.get("csv").isPresent()) {
            return csv(node, table, problems);
        }
        if (node.get("label").isPresent()) {
            problems.add(
                    node.at("label"), "label goes with csv; idx has a file of labels, and images a folder for each");
        }
        return switch (kinds.get(0)) {
            case "idx" -> node.mapping("idx").flatMap(files -> idx(files, problems));
            case "shared" -> file(node, "shared", problems).map(Source.Shared::new);
            default -> path(node, "images", "folder", problems).map(Source.Images::new);
        };
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

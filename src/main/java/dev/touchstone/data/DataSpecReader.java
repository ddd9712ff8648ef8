package dev.touchstone.data;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        Optional<Source> source = section.mapping("source")
                .flatMap(node -> new SourceSpecReader(folder, exists, classPath, section, table, problems).read(node));
        SplitSpec split = split(section.section("split"), source.orElse(null), problems);
        Optional<Source> kind = source.map(from -> from instanceof Source.Parts parts ? parts.first() : from);
        if (kind.filter(Source.Shared.class::isInstance).isPresent()) {
            refuseFixed(section, problems);
        } else if (kind.filter(from -> from instanceof Source.Idx || from instanceof Source.Images)
                .isPresent()) {
            refuseColumns(section, split, problems);
            refuseTask(section, problems);
        }
        return source.map(from -> new DataSpec(from, shape, split, normalise.orElse(usualNormalisation(from))));
    }

    /** @param source null when it cannot be told */
    private static SplitSpec split(SpecNode.Mapping node, @Nullable Source source, Problems problems) {
        if (source instanceof Source.Windows windows) {
            return WindowsSplitReader.read(node, windows, problems);
        }
        return source instanceof Source.Parts parts
                ? SplitSpecReader.read(node, parts, problems)
                : SplitSpecReader.read(node, problems);
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
}

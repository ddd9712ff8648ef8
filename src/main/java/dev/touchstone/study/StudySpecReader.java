package dev.touchstone.study;

import dev.touchstone.data.DataSpec;
import dev.touchstone.data.DataSpecReader;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.diagnosis.data.DataPolicy;
import dev.touchstone.model.ClassModel;
import dev.touchstone.model.GivenSpec;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.NetworkSpec;
import dev.touchstone.model.ParameterCheck;
import dev.touchstone.model.References;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.space.SearchSpaceReader;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.spec.SpecWriter;
import dev.touchstone.spec.YamlReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a whole spec: structure by the schema, each section by its own reader, then how the sections fit together. */
final class StudySpecReader {
    private final Path file;
    private final Overrides overrides;
    private final Predicate<Path> exists;
    private final ClassPath classPath;
    private final Problems problems;

    /**
     * @param exists whether a data file or folder is there
     * @param classPath where a user's own classes are
     */
    StudySpecReader(Path file, Overrides overrides, Predicate<Path> exists, ClassPath classPath) {
        this.file = file;
        this.overrides = overrides;
        this.exists = exists;
        this.classPath = classPath;
        this.problems = new Problems(file);
    }

    /** Everything is read before the first problem ends it, so that the user is told all of them at once. */
    ReadSpec read(String text) {
        SpecNode.Mapping written = YamlReader.read(text, problems);
        StudySchema.INSTANCE.check(written, problems);
        SpecNode.Mapping root = new NetworkFile(folder(), classPath, problems).in(written);
        String study = name(root);
        DataSpecReader dataReader = new DataSpecReader(folder(), exists, classPath);
        Optional<DataSpec> data = root.mapping("data").flatMap(section -> dataReader.read(section, problems));
        TaskSections task = TaskSections.read(root, classPath, problems);
        SpaceSection space = SearchSpaceReader.read(root.section("space"), problems)
                .with(task.model().parameters());
        SearchSpec search = SearchSpecReader.read(root.section("search"), overrides, problems);
        AutoSpec auto = new AutoSpecReader(root, problems).read(task, space, search.trials(), overrides);
        if (root.mapping("model").isPresent() && root.mapping("space").isPresent()) {
            References references = task.references();
            boolean readsAll = task.model().spec() instanceof ClassModel;
            refuseUnused(space, task.model().spec());
            refuseSecond(root.section("regularisation"), space, task.model().spec());
            ParameterCheck.check(space, readsAll ? references.andAll(space.names()) : references, problems);
        }
        SetFlags flags = new SetFlags(space, task.references(), problems);
        Map<String, Object> fixed = flags.read(overrides.set());
        problems.throwIfAny();

        StudySpec spec = new StudySpec(
                study,
                data.orElseThrow(),
                DataPolicy.read(root.section("data")),
                task.augmentation().spec(),
                task.augmentation().strongest(space, fixed),
                task.network(space, fixed, problems),
                auto,
                fix(space.toSpace(), fixed),
                task.objective(),
                task.gates(),
                task.training().spec(),
                search,
                DiagnosisSpecReader.read(root),
                root.whole("keep-checkpoints").orElse(StudySpec.DEFAULT_KEEP_CHECKPOINTS),
                SpecMeaning.of(root, fixed, overrides));
        return new ReadSpec(spec, root.equals(written) ? text : SpecWriter.write(root), flags.warnings());
    }

    private void refuseUnused(SpaceSection space, NetworkSpec network) {
        space.entries().stream()
                .filter(entry -> Hyperparameters.NAMES.contains(entry.name()) && !network.uses(entry.name()))
                .forEach(entry -> problems.add(
                        entry.at(), "nothing uses this parameter: the network brings its own " + entry.name()));
    }

    private void refuseSecond(SpecNode.Mapping section, SpaceSection space, NetworkSpec network) {
        if (network instanceof GivenSpec && !section.children().isEmpty()) {
            problems.add(section, "nothing uses this section: the network brings its own regularisation");
        }
        section.get(Hyperparameters.WEIGHT_DECAY)
                .filter(node -> space.names().contains(Hyperparameters.WEIGHT_DECAY))
                .ifPresent(node -> problems.add(
                        node,
                        "space has weight-decay, too, which is known by name; state it in one of the two places"));
    }

    private static SearchSpace fix(SearchSpace space, Map<String, Object> fixed) {
        SearchSpace result = space;
        for (Map.Entry<String, Object> value : fixed.entrySet()) {
            result = result.fix(value.getKey(), value.getValue());
        }
        return result;
    }

    private String name(SpecNode.Mapping root) {
        String fileName = Objects.requireNonNullElse(file.getFileName(), file).toString();
        String name = root.text("study").orElse(fileName.replaceFirst("\\.ya?ml$", ""));
        if (!StudyName.isValid(name)) {
            int line = root.at("study").line();
            problems.add(line, "study", "expected " + StudyName.RULE + ", found " + Quoted.of(name));
        }
        return name;
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a spec is a file in a folder");
    }
}

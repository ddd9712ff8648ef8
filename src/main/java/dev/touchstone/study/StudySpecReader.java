package dev.touchstone.study;

import dev.touchstone.data.DataSpec;
import dev.touchstone.data.DataSpecReader;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.diagnosis.data.DataPolicy;
import dev.touchstone.model.ParameterCheck;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.space.SearchSpaceReader;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
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
        SpecNode.Mapping root = YamlReader.read(text, problems);
        StudySchema.INSTANCE.check(root, problems);
        String study = name(root);
        DataSpecReader dataReader = new DataSpecReader(folder(), exists, classPath);
        Optional<DataSpec> data = root.mapping("data").flatMap(section -> dataReader.read(section, problems));
        TaskSections task = TaskSections.read(root, problems);
        SpaceSection space = SearchSpaceReader.read(root.section("space"), problems);
        if (root.mapping("model").isPresent() && root.mapping("space").isPresent()) {
            ParameterCheck.check(space, task.references(), problems);
        }
        SearchSpec search = SearchSpecReader.read(root.section("search"), overrides, problems);
        SetFlags flags = new SetFlags(space, task.references(), problems);
        Map<String, Object> fixed = flags.read(overrides.set());
        problems.throwIfAny();

        StudySpec spec = new StudySpec(
                study,
                data.orElseThrow(),
                DataPolicy.read(root.section("data")),
                task.augmentation().spec(),
                task.augmentation().strongest(space, fixed),
                task.model().spec(),
                fix(space.toSpace(), fixed),
                task.objective(),
                task.gates(),
                task.training(),
                search,
                root.whole("keep-checkpoints").orElse(StudySpec.DEFAULT_KEEP_CHECKPOINTS),
                SpecMeaning.of(root, fixed, overrides));
        return new ReadSpec(spec, text, flags.warnings());
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

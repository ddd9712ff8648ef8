package dev.touchstone.study;

import dev.touchstone.data.DataSpec;
import dev.touchstone.data.DataSpecReader;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.GateSpecReader;
import dev.touchstone.model.ModelSection;
import dev.touchstone.model.ModelSpecReader;
import dev.touchstone.model.ParameterCheck;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.space.SearchSpaceReader;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.spec.YamlReader;
import dev.touchstone.training.TrainingSpec;
import dev.touchstone.training.TrainingSpecReader;
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
    private final Problems problems;

    /** @param exists whether a data file is there */
    StudySpecReader(Path file, Overrides overrides, Predicate<Path> exists) {
        this.file = file;
        this.overrides = overrides;
        this.exists = exists;
        this.problems = new Problems(file);
    }

    /** Everything is read before the first problem ends it, so that the user is told all of them at once. */
    ReadSpec read(String text) {
        SpecNode.Mapping root = YamlReader.read(text, problems);
        StudySchema.INSTANCE.check(root, problems);
        String study = name(root);
        DataSpecReader dataReader = new DataSpecReader(folder(), exists);
        Optional<DataSpec> data = root.mapping("data").flatMap(section -> dataReader.read(section, problems));
        ModelSection model = ModelSpecReader.read(section(root, "model"), problems);
        SpaceSection space = SearchSpaceReader.read(section(root, "space"), problems);
        if (root.mapping("model").isPresent() && root.mapping("space").isPresent()) {
            ParameterCheck.check(space, model, problems);
        }
        Optional<ObjectiveSpec> objective = ObjectiveSpecReader.read(section(root, "objective"), problems);
        GateSpec gates = GateSpecReader.read(section(root, "gates"));
        TrainingSpec training = TrainingSpecReader.read(section(root, "training"));
        SearchSpec search = SearchSpecReader.read(section(root, "search"), overrides, problems);
        SetFlags flags = new SetFlags(space, model, problems);
        Map<String, Object> fixed = flags.read(overrides.set());
        problems.throwIfAny();

        StudySpec spec = new StudySpec(
                study,
                data.orElseThrow(),
                model.spec(),
                fix(space.toSpace(), fixed),
                objective.orElseThrow(),
                gates,
                training,
                search,
                root.whole("keep-checkpoints").orElse(StudySpec.DEFAULT_KEEP_CHECKPOINTS),
                SpecFingerprint.of(root, fixed, overrides));
        return new ReadSpec(spec, text, flags.warnings());
    }

    /** A section; an empty one when it is absent or no mapping, which is a problem by now where it matters. */
    private static SpecNode.Mapping section(SpecNode.Mapping root, String key) {
        return root.mapping(key).orElseGet(() -> new SpecNode.Mapping(root.line(), key, Map.of()));
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

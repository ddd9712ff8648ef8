package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.metric.Metric;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.spec.YamlReader;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.StudyHead;
import dev.touchstone.trial.TrialTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The part of a study's spec that a worker gets: a spec without the data, the space and the search, written as JSON and
 * read like any spec. Nothing in it tells where the raw data is. What the command line fixed is not in it either, for
 * it comes with every trial's assignment.
 */
public final class TaskSpec {
    private static final Path PRETENDED_FILE = Path.of("task.json");

    private TaskSpec() {}

    /** The text for the workers of a study. */
    public static String of(StudyHead head) {
        Problems problems = new Problems(PRETENDED_FILE);
        SpecNode.Mapping root = YamlReader.read(head.spec(), problems);
        problems.throwIfAny();
        return root.json().retain(TaskSections.KEYS).toString();
    }

    /** What {@link #of} made and the rows that belong to it, from where they are kept. */
    public static TrialTask read(ArtefactStore artefacts, String task, String data, ClassPath classPath) {
        return read(
                new String(artefacts.get(task), StandardCharsets.UTF_8),
                PreparedDataFormat.read(artefacts.map(data)),
                classPath);
    }

    /**
     * Reads the text that {@link #of} made.
     *
     * @throws dev.touchstone.spec.SpecException when the text is something else
     */
    public static TrialTask read(String text, PreparedData data, ClassPath classPath) {
        Problems problems = new Problems(PRETENDED_FILE);
        TaskSections sections = TaskSections.read(YamlReader.read(text, problems), classPath, problems);
        problems.throwIfAny();
        Metric metric = sections.objective().metric(data.task());
        return new TrialTask(
                data,
                sections.augmentation(data),
                sections.network(),
                sections.gates(),
                sections.training().spec(),
                metric,
                metric.direction());
    }
}

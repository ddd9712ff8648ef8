package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import dev.touchstone.data.augmentation.Augmentation;
import dev.touchstone.data.augmentation.RowLayout;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.model.augmentation.AugmentationStep;
import dev.touchstone.space.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a spec's augmentation does to labels, each step on its own and as strong as the space allows, for that is what a sweep
 * may do. Mixup and label smoothing change labels by intent and are left out.
 */
public final class AugmentationCheck {
    private AugmentationCheck() {}

    /** The steps that can be measured. */
    private static List<AugmentationStep> measurable(AugmentationSpec spec) {
        return spec.steps().stream().filter(AugmentationStep::keepsTargets).toList();
    }

    /** What it takes, in a sentence; nothing when there is nothing to measure. */
    public static Optional<String> cost(AugmentationSpec spec) {
        int steps = measurable(spec).size();
        int trainings = LabelPreservation.SEEDS + steps * (LabelPreservation.SEEDS + ToldApart.TRAININGS);
        return steps == 0
                ? Optional.empty()
                : Optional.of("what augmentation does to labels is measured before a study's first trial: at most "
                        + trainings + " trainings of a small network on at most " + LabelPreservation.MOST_TRAIN
                        + " rows, about a second each");
    }

    /**
     * Trains and measures; the same data and seed always give the same.
     *
     * @param strongest a value for each parameter that the steps refer to
     * @return bad steps first, then what is to be known of all of them; nothing where the task has no classes
     */
    public static List<Finding> run(PreparedData data, AugmentationSpec spec, Assignment strongest, Seed seed) {
        List<AugmentationStep> steps = measurable(spec);
        if (steps.isEmpty() || data.task().kind() != Task.Kind.CLASSIFICATION) {
            return List.of();
        }
        RowLayout layout = new RowLayout(data);
        List<Augmentation> augmentations =
                steps.stream().map(step -> step.in(strongest, layout)).toList();
        LabelPreservation experiment = new LabelPreservation(data, seed);
        List<LabelPreservation.Outcome> outcomes = experiment.measure(augmentations);
        List<String> names = steps.stream().map(step -> step.words(strongest)).toList();
        AugmentationFindings findings = new AugmentationFindings(data, experiment.train(), experiment.validation());
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (!outcomes.get(i).bad().isEmpty()) {
                found.add(findings.bad(names.get(i), outcomes.get(i)));
            }
        }
        found.add(findings.measured(names, outcomes));
        return found;
    }
}

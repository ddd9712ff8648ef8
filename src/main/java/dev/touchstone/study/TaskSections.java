package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.GateSpecReader;
import dev.touchstone.model.ModelSection;
import dev.touchstone.model.ModelSpecReader;
import dev.touchstone.model.NetworkSpec;
import dev.touchstone.model.References;
import dev.touchstone.model.RegularisationSection;
import dev.touchstone.model.RegularisationSpecReader;
import dev.touchstone.model.augmentation.AugmentationSection;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.model.augmentation.AugmentationSpecReader;
import dev.touchstone.model.augmentation.AutoAugmentation;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.training.TrainingSection;
import dev.touchstone.training.TrainingSpecReader;
import java.util.List;
import java.util.Map;

/**
 * The sections of a spec that say what all trials have in common. What varies is not among them: a trial comes with its
 * assignment.
 */
record TaskSections(
        AugmentationSection augmentation,
        ModelSection model,
        RegularisationSection regularisation,
        ObjectiveSpec objective,
        GateSpec gates,
        TrainingSection training) {
    /** Keys of these sections. */
    static final List<String> KEYS =
            List.of("augmentation", "model", "regularisation", "objective", "gates", "training");

    static TaskSections read(SpecNode.Mapping root, ClassPath classPath, Problems problems) {
        return new TaskSections(
                AugmentationSpecReader.read(root),
                ModelSpecReader.read(root.section("model"), classPath, problems),
                RegularisationSpecReader.read(root, problems),
                ObjectiveSpecReader.read(root.section("objective"), problems),
                GateSpecReader.read(root.section("gates")),
                TrainingSpecReader.read(root.section("training")));
    }

    /** What is done to train batches, with what a study's own search may add. */
    AugmentationSpec augmentation(PreparedData data) {
        AugmentationSpec own = augmentation.spec();
        return regularisation.isAuto() ? AutoAugmentation.beside(own, data) : own;
    }

    /** The network with what the sections say of its regularisation. */
    NetworkSpec network() {
        return model.spec().regularisedBy(regularisation.spec());
    }

    /** The same, to be checked on the corners of a space; see {@link ModelSection#in}. */
    NetworkSpec network(SpaceSection space, Map<String, Object> fixed, Problems problems) {
        return model.in(space, fixed, problems).regularisedBy(regularisation.spec());
    }

    /** Where these sections refer to parameters of the search space. */
    References references() {
        return model.references()
                .and(augmentation.references())
                .and(training.references())
                .and(regularisation.references());
    }
}

package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataSpec;
import dev.touchstone.data.PreparedData;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.augmentation.AugmentationCheck;
import dev.touchstone.diagnosis.data.DataChecks;
import dev.touchstone.diagnosis.data.DataPolicy;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.metric.Metric;
import dev.touchstone.model.NetworkSpec;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.model.augmentation.AutoAugmentation;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.training.TrainingSpec;
import dev.touchstone.trial.TrialTask;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study's spec, read and checked.
 *
 * @param study name, also of its folder: letters, digits, dots, dashes and underscores
 * @param dataPolicy what findings about the data do
 * @param auto what the study may do by itself against overfitting and underfitting; null when the spec does not ask for it
 * @param strongest the parameters that the augmentation refers to, each at its largest value
 * @param diagnosis what a sweep does to confirm why trials went wrong
 * @param keepCheckpoints how many of the leading trials keep their best checkpoint
 */
public record StudySpec(
        String study,
        DataSpec data,
        DataPolicy dataPolicy,
        AugmentationSpec augmentation,
        Assignment strongest,
        NetworkSpec model,
        @Nullable AutoSpec auto,
        SearchSpace space,
        ObjectiveSpec objective,
        GateSpec gates,
        TrainingSpec training,
        SearchSpec search,
        DiagnosisSpec diagnosis,
        int keepCheckpoints,
        SpecMeaning meaning) {
    /** Enough for every tied leader of a usual study at a few hundred kilobytes each. */
    public static final int DEFAULT_KEEP_CHECKPOINTS = 10;

    /** This spec with another number of trials. */
    public StudySpec withTrials(int trials) {
        return new StudySpec(
                study,
                data,
                dataPolicy,
                augmentation,
                strongest,
                model,
                auto,
                space,
                objective,
                gates,
                training,
                new SearchSpec(search.sampler(), trials, search.seed()),
                diagnosis,
                keepCheckpoints,
                meaning);
    }

    /** This spec with what another says of diagnosis, which changes no trial. */
    StudySpec with(DiagnosisSpec other) {
        return new StudySpec(
                study,
                data,
                dataPolicy,
                augmentation,
                strongest,
                model,
                auto,
                space,
                objective,
                gates,
                training,
                search,
                other,
                keepCheckpoints,
                meaning);
    }

    /** This spec without any gate, for what is trained again. */
    StudySpec withoutGates() {
        return new StudySpec(
                study,
                data,
                dataPolicy,
                augmentation,
                strongest,
                model,
                null, // what is trained again is not searched
                space,
                objective,
                GateSpec.NONE,
                training,
                search,
                diagnosis,
                keepCheckpoints,
                meaning);
    }

    /**
     * What the data checks say, and the augmentation's where the data have no error; the same data and spec always give the
     * same.
     */
    public List<Finding> checkData(DataPreparation.Prepared prepared) {
        Seed seed = new Seed(search.seed()).derive("data-checks");
        List<Finding> ofData = DataChecks.run(prepared, seed);
        if (ofData.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return ofData;
        }
        List<Finding> ofAugmentation =
                AugmentationCheck.run(prepared.data(), augmentation, strongest, seed.derive("augmentation"));
        return Stream.concat(ofData.stream(), ofAugmentation.stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    /**
     * What the data checks say of data that may be trained on.
     *
     * @throws RefusedData when they find an error and this does not bear it
     */
    List<Finding> acceptedFindings(DataPreparation.Prepared prepared) {
        List<Finding> findings = checkData(prepared);
        if (dataPolicy.refuses(findings)) {
            throw new RefusedData(findings);
        }
        return findings;
    }

    /** What all trials have in common, on the prepared data. */
    public TrialTask task(PreparedData prepared) {
        Metric metric = objective.metric(prepared.task());
        AugmentationSpec batches = auto == null ? augmentation : AutoAugmentation.beside(augmentation, prepared);
        return new TrialTask(prepared, batches, model, gates, training, metric, metric.direction());
    }
}

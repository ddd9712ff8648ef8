package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Features that predict the label all by themselves: a strong one is worth knowing, one that hardly errs is likely made
 * of the label. Deepchecks' feature-label correlation (predictive power score), with accuracy in place of F1.
 */
final class SingleFeatureCheck implements ClassesCheck {
    /** Deepchecks' condition on the predictive power score of a feature. */
    static final double STRONG = 0.8;

    /**
     * The share of wrong labels in widely used test sets (Northcutt, Athalye and Mueller 2021): nothing that was measured
     * is expected to agree with labels better than labels agree with the truth.
     */
    static final double LABEL_ERRORS = 0.033;

    @Override
    public List<Finding> examine(CheckedData data) {
        double baseline = SingleFeature.mostFrequent(data);
        SingleFeature single = new SingleFeature(data);
        List<Finding> findings = new ArrayList<>();
        for (int feature = 0; feature < data.rows().width(); feature++) {
            double accuracy = single.accuracy(feature);
            double skill = (accuracy - baseline) / (1 - baseline);
            if (skill >= STRONG) {
                findings.add(finding(data.prepared().featureNames().get(feature), accuracy, skill));
            }
        }
        return findings;
    }

    private static Finding finding(String feature, double accuracy, double skill) {
        boolean leaks = 1 - accuracy <= LABEL_ERRORS;
        return new Finding(
                leaks ? "leaking-feature" : "strong-feature",
                leaks ? Severity.ERROR : Severity.INFO,
                "'" + feature + "' alone predicts " + ShortNumber.of(100 * accuracy) + " % of the labels of unseen rows"
                        + (leaks ? ", as if it were made of the label" : ""),
                false,
                new Evidence()
                        .with("feature", feature)
                        .with("accuracy", accuracy)
                        .with("skill", skill)
                        .entries(),
                remedy(leaks));
    }

    static String remedy(boolean leaks) {
        return leaks
                ? "remove the feature unless it is known before the label is"
                : "make sure that the feature is known before the label is";
    }
}

package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Features of tables that predict a number all by themselves, as {@link SingleFeatureCheck} does for classes. Where
 * features are one thing at several places, such as the past of a series, one of them may well tell it all.
 */
final class NumberFromFeatureCheck implements NumbersCheck {
    @Override
    public List<Finding> examine(CheckedData data) {
        List<Finding> findings = new ArrayList<>();
        if (data.prepared().shape().size() > 1) {
            return findings;
        }
        for (int feature = 0; feature < data.rows().width(); feature++) {
            double skill = new NumberFromFeature(data, feature).skill();
            if (skill >= SingleFeatureCheck.STRONG) {
                findings.add(finding(data.prepared().featureNames().get(feature), skill));
            }
        }
        return findings;
    }

    private static Finding finding(String feature, double skill) {
        boolean leaks = 1 - skill <= SingleFeatureCheck.LABEL_ERRORS;
        return new Finding(
                leaks ? "leaking-feature" : "strong-feature",
                leaks ? Severity.ERROR : Severity.INFO,
                "'" + feature + "' alone saves " + ShortNumber.of(100 * skill)
                        + " % of the error that the best constant makes on unseen rows"
                        + (leaks ? ", as if it were made of the label" : ""),
                false,
                new Evidence().with("feature", feature).with("skill", skill).entries(),
                SingleFeatureCheck.remedy(leaks));
    }
}

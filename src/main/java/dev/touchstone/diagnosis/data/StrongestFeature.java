package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Targets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The feature that predicts most by itself.
 *
 * @param skill the share of the error of the best constant that it saves: 1 at best
 * @param leaks whether it errs so little that it is likely made of the label
 */
public record StrongestFeature(String feature, double skill, boolean leaks) {
    static @Nullable StrongestFeature of(CheckedData data) {
        int width = data.rows().width();
        if (data.rows().targets() instanceof Targets.LabelSets) {
            return null;
        }
        double[] skills = new double[width];
        double baseline = 0;
        if (data.rows().targets() instanceof Targets.Classes) {
            baseline = SingleFeature.mostFrequent(data);
            SingleFeature single = new SingleFeature(data);
            for (int feature = 0; feature < width; feature++) {
                skills[feature] = (single.accuracy(feature) - baseline) / (1 - baseline);
            }
        } else {
            for (int feature = 0; feature < width; feature++) {
                skills[feature] = new NumberFromFeature(data, feature).skill();
            }
        }
        int best = IntStream.range(0, width)
                .reduce((one, other) -> skills[other] > skills[one] ? other : one)
                .orElse(0);
        boolean classes = data.rows().targets() instanceof Targets.Classes;
        double wrong = classes ? (1 - skills[best]) * (1 - baseline) : 1 - skills[best];
        boolean telling = classes || data.prepared().shape().size() == 1; // at several places one may tell it all
        boolean leaks =
                telling && skills[best] >= SingleFeatureCheck.STRONG && wrong <= SingleFeatureCheck.LABEL_ERRORS;
        return new StrongestFeature(data.prepared().featureNames().get(best), skills[best], leaks);
    }
}

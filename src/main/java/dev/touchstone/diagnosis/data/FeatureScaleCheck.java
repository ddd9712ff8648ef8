package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Normalisation;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** Features that never vary in train, and features of very different scales. */
final class FeatureScaleCheck implements DataCheck {
    /**
     * Ratio of the largest standard deviation to the smallest. Along the two features curvature differs by its square, and
     * gradient descent needs steps in proportion to that (LeCun et al. 1998, Efficient BackProp).
     */
    private static final double WILD = 1000;

    /** Spreads in the source's own units; 0 for what is constant. */
    private record Spread(String feature, double deviation) {}

    @Override
    public List<Finding> examine(CheckedData data) {
        List<Spread> spreads = IntStream.range(0, data.rows().width())
                .mapToObj(feature -> spread(data, feature))
                .toList();
        List<String> constant = spreads.stream()
                .filter(spread -> spread.deviation() == 0)
                .map(Spread::feature)
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (!constant.isEmpty()) {
            findings.add(constant(constant, spreads.size()));
        }
        Comparator<Spread> byDeviation = Comparator.comparingDouble(Spread::deviation);
        spreads.stream()
                .max(byDeviation)
                .ifPresent(widest -> spreads.stream()
                        .filter(spread -> spread.deviation() > 0)
                        .min(byDeviation)
                        .filter(narrowest -> widest.deviation() / narrowest.deviation() > WILD)
                        .ifPresent(narrowest -> findings.add(wild(
                                widest, narrowest, data.prepared().normaliser().kind()))));
        return findings;
    }

    private static Spread spread(CheckedData data, int feature) {
        StandardDeviation deviation = new StandardDeviation();
        boolean varies = false;
        for (int row = 0; row < data.prepared().train().count(); row++) {
            deviation.increment(data.value(row, feature));
            varies |= data.value(row, feature) != data.value(0, feature);
        }
        double scale = data.prepared().normaliser().scale()[feature];
        return new Spread(data.prepared().featureNames().get(feature), varies ? scale * deviation.getResult() : 0);
    }

    private static Finding constant(List<String> constant, int features) {
        return new Finding(
                "constant-features",
                Severity.INFO,
                constant.size() + " of " + features
                        + " features never vary in train, so nothing can be learnt from them",
                false,
                new Evidence()
                        .with("count", constant.size())
                        .examples("features", constant)
                        .entries(),
                "remove them, unless they are the margin of images");
    }

    private static Finding wild(Spread widest, Spread narrowest, Normalisation normalisation) {
        boolean evened = normalisation != Normalisation.NONE;
        double ratio = widest.deviation() / narrowest.deviation();
        return new Finding(
                "wild-scales",
                evened ? Severity.INFO : Severity.WARNING,
                "'" + widest.feature() + "' varies " + ShortNumber.of(ratio) + " times as much as '"
                        + narrowest.feature() + "'" + (evened ? "; normalisation evens it out" : ""),
                false,
                new Evidence()
                        .with("ratio", ratio)
                        .with("widest", widest.feature())
                        .with("narrowest", narrowest.feature())
                        .entries(),
                evened ? "keep the normalisation" : "set data: {normalise: standardise}");
    }
}

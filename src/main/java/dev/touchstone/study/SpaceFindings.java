package dev.touchstone.study;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.Parameter;
import dev.touchstone.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** What the ranked trials of a sweep tell of its search space. */
final class SpaceFindings {
    /** The best trials that all have to lie in the same outer quarter: by chance three do so in 3 % of ranges. */
    private static final int FEWEST_BEST = 3;

    private static final double QUARTER = 0.25;

    /** Fewer trials show no correlation short of an almost perfect one. */
    private static final int FEWEST = 10;

    private static final double CHANCE = 0.05;

    private SpaceFindings() {}

    /** A ranked trial's assignment and value. */
    record Valued(Assignment assignment, double value) {}

    /** @param ranked best first */
    static List<Finding> of(List<Valued> ranked, SearchSpace space) {
        List<Parameter> ranges = space.parameters().stream()
                .filter(parameter -> parameter.when() == null && isRange(parameter))
                .toList();
        List<Finding> findings = new ArrayList<>();
        ranges.forEach(range -> edge(range, ranked).ifPresent(findings::add));
        withoutEffect(ranges, ranked).ifPresent(findings::add);
        return findings;
    }

    private static boolean isRange(Parameter parameter) {
        return parameter.values().numParameters() == 1
                && at(parameter, 0) instanceof Number low
                && at(parameter, 1) instanceof Number high
                && low.doubleValue() < high.doubleValue()
                && at(parameter, QUARTER) instanceof Number first
                && first.doubleValue() < high.doubleValue()
                && !(parameter.values()
                        instanceof org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace);
    }

    private static Object at(Parameter parameter, double place) {
        return parameter.values().getValue(new double[] {place});
    }

    private static Optional<Finding> edge(Parameter range, List<Valued> ranked) {
        int count = Math.max(FEWEST_BEST, (int) (QUARTER * ranked.size()));
        if (ranked.size() < 2 * count) {
            return Optional.empty();
        }
        List<Double> best = ranked.stream()
                .limit(count)
                .map(trial -> trial.assignment().number(range.name()))
                .toList();
        double low = ((Number) at(range, QUARTER)).doubleValue();
        double high = ((Number) at(range, 1 - QUARTER)).doubleValue();
        boolean atLow = best.stream().allMatch(value -> value <= low);
        if (!atLow && !best.stream().allMatch(value -> value >= high)) {
            return Optional.empty();
        }
        String values = best.stream().map(ShortNumber::of).collect(Collectors.joining(", "));
        return Optional.of(FindingCode.SPACE_EDGE.finding(
                Severity.WARNING,
                "the best " + count + " trials have " + range.name() + " " + values + ", all in the "
                        + (atLow ? "lowest" : "highest") + " quarter of its range",
                new Evidence()
                        .with("parameter", range.name())
                        .with("values", best)
                        .with("quarter", atLow ? low : high),
                "widen the range of " + range.name() + (atLow ? " downwards" : " upwards")));
    }

    private static Optional<Finding> withoutEffect(List<Parameter> ranges, List<Valued> ranked) {
        if (ranked.size() < FEWEST) {
            return Optional.empty();
        }
        List<String> names = ranges.stream()
                .filter(range -> pValue(range, ranked) > CHANCE)
                .map(Parameter::name)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.PARAMETER_WITHOUT_EFFECT.finding(
                Severity.INFO,
                "among " + ranked.size() + " ranked trials none of these shows an effect on the value: "
                        + String.join(", ", names),
                new Evidence().with("parameters", names).with("trials", ranked.size()),
                "fix them at a usual value, or run more trials to see a small effect"));
    }

    private static double pValue(Parameter range, List<Valued> ranked) {
        double[][] pairs = ranked.stream()
                .map(trial -> new double[] {trial.assignment().number(range.name()), trial.value()})
                .toArray(double[][]::new);
        return new SpearmansCorrelation(new Array2DRowRealMatrix(pairs))
                .getRankCorrelation()
                .getCorrelationPValues()
                .getEntry(0, 1);
    }
}

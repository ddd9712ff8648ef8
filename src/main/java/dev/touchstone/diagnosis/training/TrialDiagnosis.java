package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Precedence;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a trial's facts show: what alarms before what is for information, causes before symptoms, and causes as
 * {@link Precedence} has them; nothing that contradicts what stands before it.
 */
public final class TrialDiagnosis {
    /** Of several that find the same the first is heard. */
    private static final List<Rule> RULES = List.of(
            new UnnormalisedTargetRule(),
            new NonFiniteRule(),
            new BatchConstructionRule(),
            new FrozenParametersRule(),
            new WrongLossRule(),
            new WrongOutputActivationRule(),
            new MissingActivationRule(),
            new UnnormalisedInputRule(),
            new DataLeakRule(),
            new DataLoadingRule(),
            new SplitMismatchRule(),
            new BadLabelsRule(),
            new PoorFeaturesRule(),
            new OverRegularisedRule(),
            new LearningRateTooHighRule(),
            new SaturatingActivationRule(),
            new PoorInitialisationRule(),
            new LearningRateTooLowRule(),
            new BatchSizeRule(),
            new ClassImbalanceRule(),
            new OverfittingRule(),
            new TooLittleDataRule(),
            new BadAugmentationRule(),
            new TooFewEpochsRule(),
            new WrongOptimiserRule(),
            new EarlyStoppedOnNoiseRule(),
            new TooLittleCapacityRule(),
            new ScheduleMismatchRule(),
            new MetricTooCoarseRule(),
            new ValidationTooSmallRule(),
            new ExplodingGradientRule(),
            new VanishingGradientRule(),
            new DeadUnitsRule(),
            new LossScaleRule(),
            new InputIgnoredRule(),
            new NoBetterThanBaselineRule(),
            new MetricHidesClassRule(),
            new LossNotDecreasingRule());

    private TrialDiagnosis() {}

    /** The findings; the same facts always give the same. */
    public static List<Finding> of(TrialFacts facts) {
        List<Finding> found = RULES.stream()
                .flatMap(rule -> rule.examine(facts).stream())
                .sorted(Comparator.comparing((Finding finding) -> finding.severity() == Severity.INFO)
                        .thenComparing(finding -> code(finding).nature())
                        .thenComparing(Finding::code, Precedence.OF_CODES))
                .toList();
        List<Finding> standing = new ArrayList<>();
        for (Finding finding : found) {
            if (standing.stream().noneMatch(before -> contradicts(finding, before))) {
                standing.add(finding);
            }
        }
        return standing;
    }

    private static boolean contradicts(Finding finding, Finding before) {
        return finding.code().equals(before.code()) || code(finding).excludes(code(before));
    }

    private static FindingCode code(Finding finding) {
        return FindingCode.named(finding.code()).orElseThrow();
    }
}

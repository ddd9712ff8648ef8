package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which experiments a trial calls for, and in which order. */
public final class Experiments {
    /** In the order in which they are tried where findings do not say: what is mended most easily comes first. */
    private static final List<Experiment> ALL = List.of(
            OtherRate.higher(),
            OtherRate.lower(),
            new OtherOptimiser(),
            OtherNetwork.unfrozen(),
            OtherNetwork.withUsualOutput(FindingCode.WRONG_LOSS),
            OtherNetwork.withUsualOutput(FindingCode.WRONG_OUTPUT_ACTIVATION),
            new NoPenalties(),
            new StandardisedInput(),
            new StandardisedTarget(),
            OtherNetwork.usuallyInitialised(),
            OtherNetwork.rectified(FindingCode.SATURATING_ACTIVATION),
            OtherNetwork.rectified(FindingCode.MISSING_ACTIVATION),
            new NoAugmentation(),
            OtherBatchSize.forMoreSteps(),
            new LongerTraining(),
            new NoEarlyStopping(),
            new OtherSchedule(),
            OtherNetwork.wider(),
            new TrustedRows(),
            new OtherFolds(),
            new OwnStatistics(),
            SpoiltRows.permutedInputs(),
            SpoiltRows.shuffledTargets(),
            SpoiltRows.shuffledTargetsOfPoorFeatures(),
            OtherSeeds.ofPoorTrial(),
            OtherSeeds.ofSmallSplit(),
            new HalfOfTheRows());

    /** What says nothing of the cause, is true of many a sound trial, or is mended as another hypothesis is. */
    private static final Set<FindingCode> ONLY_WHEN_FOUND = Set.of(
            FindingCode.WRONG_OUTPUT_ACTIVATION,
            FindingCode.MISSING_ACTIVATION,
            FindingCode.BAD_LABELS,
            FindingCode.SPLIT_MISMATCH,
            FindingCode.BATCH_CONSTRUCTION,
            FindingCode.POOR_FEATURES,
            FindingCode.INPUT_IGNORED,
            FindingCode.LOSS_NOT_DECREASING,
            FindingCode.NO_BETTER_THAN_BASELINE,
            FindingCode.VALIDATION_TOO_SMALL,
            FindingCode.TOO_LITTLE_DATA);

    /**
     * What undoes something unusual, of which a sound trial has little, so that whatever gains by it was at fault; more epochs,
     * units or steps gain in many a sound trial.
     */
    private static final List<FindingCode> UNUSUAL = List.of(
            FindingCode.FROZEN_PARAMETERS,
            FindingCode.WRONG_LOSS,
            FindingCode.OVER_REGULARISED,
            FindingCode.UNNORMALISED_INPUT,
            FindingCode.UNNORMALISED_TARGET,
            FindingCode.POOR_INITIALISATION,
            FindingCode.SATURATING_ACTIVATION,
            FindingCode.BAD_AUGMENTATION);

    private Experiments() {}

    /**
     * What a sweep tests on a trial, the first that there is an experiment for: the cause that leads it; where that is decided
     * and not confirmed, or only symptoms alarm, what is unusual in the trial. Nothing where nothing alarms or a remedy gained.
     *
     * @param weighed findings of the trial
     * @param tested so far, which is not tested again
     */
    public static List<FindingCode> candidates(List<Finding> weighed, Collection<Tested> tested) {
        Optional<FindingCode> leading = Weighed.leading(weighed);
        if (leading.isEmpty() || tested.stream().anyMatch(Experiments::singlesOut)) {
            return List.of();
        }
        Set<String> done = tested.stream().map(Tested::code).collect(Collectors.toSet());
        return Stream.concat(
                        leading.filter(code -> code.nature() == FindingCode.Nature.CAUSE).stream(), UNUSUAL.stream())
                .distinct()
                .filter(code -> !done.contains(code.specName()))
                .toList();
    }

    /**
     * The experiment to carry out next: hypotheses that findings name come first. Where mending none of these makes the
     * training a sound one, whatever else may be the cause is tried too.
     *
     * @param findings of the trial, what explains most first
     * @param tested so far
     */
    public static Optional<Experiment> next(Workbench bench, List<Finding> findings, List<Tested> tested) {
        Set<FindingCode> named = named(findings);
        Set<String> done = tested.stream().map(Tested::code).collect(Collectors.toSet());
        Stream<Experiment> ofFindings = named.stream().flatMap(code -> of(code).stream());
        boolean explained = tested.stream()
                .filter(each -> named.contains(each.hypothesis()))
                .anyMatch(each -> explains(bench.judge(), each));
        Stream<Experiment> others =
                ALL.stream().filter(experiment -> !explained && !ONLY_WHEN_FOUND.contains(experiment.hypothesis()));
        return Stream.concat(ofFindings, others)
                .filter(experiment ->
                        !done.contains(experiment.hypothesis().specName()) && experiment.suits(bench.trial()))
                .findFirst();
    }

    /** The experiment that decides a hypothesis about a trial; nothing where there is none, or nothing to do differently. */
    public static Optional<Experiment> deciding(FindingCode hypothesis, Conditions trial) {
        return of(hypothesis).filter(experiment -> experiment.suits(trial));
    }

    /** Carries an experiment out; one that throws decides nothing. */
    public static Tested carry(Workbench bench, Experiment experiment) {
        try {
            return experiment.carry(bench);
        } catch (RuntimeException | OutOfMemoryError e) {
            return Tested.broken(experiment.hypothesis(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether an outcome leaves no doubt that the hypothesis is false. */
    static boolean settles(Tested tested) {
        return tested.outcome() instanceof Outcome.Refuted
                && of(tested.hypothesis()).filter(Experiment::refutesForSure).isPresent();
    }

    /** Whether an outcome tells the hypothesis from all that it may come from. */
    static boolean singlesOut(Tested tested) {
        return tested.outcome() instanceof Outcome.Confirmed
                && of(tested.hypothesis()).filter(Experiment::singlesOut).isPresent();
    }

    private static Set<FindingCode> named(List<Finding> findings) {
        Set<FindingCode> named = new LinkedHashSet<>();
        for (Finding finding : findings) {
            FindingCode.named(finding.code()).ifPresent(named::add);
            if (finding.code().equals(FindingCode.OVERFITTING.specName()) && finding.severity() != Severity.INFO) {
                named.add(FindingCode.TOO_LITTLE_DATA);
            }
        }
        return named;
    }

    private static Optional<Experiment> of(FindingCode code) {
        return ALL.stream()
                .filter(experiment -> experiment.hypothesis() == code)
                .findFirst();
    }

    private static boolean explains(Judge judge, Tested tested) {
        return tested.outcome() instanceof Outcome.Confirmed confirmed
                && tested.hypothesis().nature() == FindingCode.Nature.CAUSE
                && judge.isSound(confirmed.gain().after());
    }
}

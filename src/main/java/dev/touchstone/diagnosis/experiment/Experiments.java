package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which experiments a trial calls for, and carrying them out. */
public final class Experiments {
    /** In the order in which they are tried where findings do not say: what is mended most easily comes first. */
    private static final List<Experiment> ALL = List.of(
            OtherRate.higher(),
            OtherRate.lower(),
            OtherNetwork.unfrozen(),
            OtherNetwork.withUsualOutput(),
            new NoPenalties(),
            new StandardisedInput(),
            OtherNetwork.usuallyInitialised(),
            OtherNetwork.rectified(),
            new NoAugmentation(),
            new OtherBatchSize(),
            new LongerTraining(),
            new NoEarlyStopping(),
            new OtherSchedule(),
            OtherNetwork.wider(),
            new ShuffledTargets(),
            OtherSeeds.ofPoorTrial(),
            OtherSeeds.ofSmallSplit(),
            new HalfOfTheRows());

    /** What a weighty finding speaks for beside itself. */
    private static final Set<FindingCode> ONLY_WHEN_FOUND = Set.of(
            FindingCode.INPUT_IGNORED,
            FindingCode.NO_BETTER_THAN_BASELINE,
            FindingCode.VALIDATION_TOO_SMALL,
            FindingCode.TOO_LITTLE_DATA);

    private Experiments() {}


    /**
     * Tests the hypotheses about a trial: those that its findings name, and where none of these is confirmed, whatever else
     * may be the cause. One that throws stays undecided, and the next is tested.
     *
     * @param findings of the trial, what explains most first
     * @return what was tested, in that order
     */
    public static List<Tested> carry(Workbench bench, List<Finding> findings) {
        List<Tested> tested = new ArrayList<>();
        Set<FindingCode> named = named(findings);
        for (FindingCode code : named) {
            of(code).ifPresent(experiment -> carry(bench, experiment).ifPresent(tested::add));
        }
        if (tested.stream().noneMatch(Experiments::isConfirmedCause)) {
            for (Experiment experiment : ALL) {
                if (!named.contains(experiment.hypothesis()) && !ONLY_WHEN_FOUND.contains(experiment.hypothesis())) {
                    carry(bench, experiment).ifPresent(tested::add);
                }
            }
        }
        return tested;
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

    private static Optional<Tested> carry(Workbench bench, Experiment experiment) {
        try {
            return experiment.suits(bench.trial()) ? Optional.of(experiment.carry(bench)) : Optional.empty();
        } catch (RuntimeException | OutOfMemoryError e) {
            return Optional.of(bench.tested(
                    experiment.hypothesis(), "", "", new Outcome.Undecided("the experiment broke: " + e.getMessage())));
        }
    }

    private static boolean isConfirmedCause(Tested tested) {
        return tested.outcome() instanceof Outcome.Confirmed
                && FindingCode.named(tested.code()).orElseThrow().nature() == FindingCode.Nature.CAUSE;
    }
}

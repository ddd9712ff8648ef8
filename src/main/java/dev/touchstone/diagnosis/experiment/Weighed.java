package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trial's findings after experiments: causes whose remedy gained come first, what gained most before all. What was spoken
 * against comes last and alarms nobody where such a cause was confirmed instead of it, or where the experiment left no
 * doubt; else it is {@linkplain #isDoubted doubted}, and keeps its place: a remedy that is tried does not mend every fault
 * of its name. What was confirmed by no remedy is more serious and not likelier than before, and keeps its place too.
 */
public final class Weighed {
    /** Name of the evidence that says how an experiment came out. */
    public static final String EXPERIMENT = "experiment";

    /** The standing of a finding that no experiment has decided. */
    public static final String LIKELY = "likely";

    private static final String OUTCOME = "outcome";

    private static final Set<String> SPEAKING_AGAINST = Set.of(Outcome.REFUTED, Outcome.UNLIKELY);

    private static final Set<String> DECIDING = Set.of(Outcome.CONFIRMED, Outcome.REFUTED, Outcome.UNLIKELY);

    private Weighed() {}

    /**
     * The findings with the outcomes in them.
     *
     * @param found by rules, in their order
     * @param tested in the order in which they were tested; of one code the last counts
     */
    public static List<Finding> of(List<Finding> found, List<Tested> tested) {
        Map<String, Tested> last = new LinkedHashMap<>();
        tested.forEach(each -> last.put(each.code(), each));
        List<Finding> confirmed = new ArrayList<>();
        for (Finding finding : confirmed(found, last)) {
            if (confirmed.stream().noneMatch(other -> excludes(other, finding))) {
                confirmed.add(finding); // what contradicts a larger gain is part of it
            }
        }
        List<Finding> open = new ArrayList<>();
        List<Finding> lowered = new ArrayList<>();
        for (Finding finding : found) {
            Tested experiment = last.get(finding.code());
            if (experiment == null) {
                open.add(finding);
            } else if (lowers(last.values(), experiment)) {
                lowered.add(withOutcome(finding, Severity.INFO, experiment));
            } else if (!Experiments.singlesOut(experiment)) {
                open.add(withOutcome(finding, severity(finding, experiment), experiment));
            }
        }
        open.removeIf(finding -> confirmed.stream().anyMatch(other -> excludes(other, finding)));
        List<Finding> weighed = new ArrayList<>(confirmed);
        weighed.addAll(open);
        weighed.addAll(lowered);
        return weighed;
    }

    /** Whether nobody needs to be warned any more of what a finding of this code says. */
    public static boolean lowers(Collection<Tested> tested, String code) {
        return tested.stream()
                .filter(each -> each.code().equals(code))
                .reduce((first, second) -> second)
                .filter(each -> lowers(tested, each))
                .isPresent();
    }

    private static boolean lowers(Collection<Tested> tested, Tested one) {
        return one.outcome().speaksAgainst()
                && (Experiments.settles(one) || tested.stream().anyMatch(Experiments::singlesOut));
    }

    /** Whether a finding still alarms though an experiment spoke against it. */
    public static boolean isDoubted(Finding finding) {
        return finding.severity() != Severity.INFO
                && outcome(finding).filter(SPEAKING_AGAINST::contains).isPresent();
    }

    /** How likely a finding is, in a word: {@link #LIKELY}, or how the experiment came out. */
    public static String standing(Finding finding) {
        return outcome(finding).filter(DECIDING::contains).orElse(LIKELY);
    }

    private static Optional<String> outcome(Finding finding) {
        return finding.evidence().get(EXPERIMENT) instanceof Map<?, ?> experiment
                ? Optional.ofNullable(experiment.get(OUTCOME)).map(Object::toString)
                : Optional.empty();
    }

    /**
     * What leads a trial, and is to be tested before all else: of what alarms a cause before a symptom, and what is not
     * doubted before what is.
     *
     * @param weighed findings
     */
    public static Optional<FindingCode> leading(List<Finding> weighed) {
        return weighed.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding -> FindingCode.named(finding.code()).isPresent())
                .min(Comparator.comparing(
                                (Finding finding) -> code(finding.code()).nature())
                        .thenComparing(Weighed::isDoubted))
                .map(finding -> code(finding.code()));
    }

    private static List<Finding> confirmed(List<Finding> found, Map<String, Tested> tested) {
        return tested.values().stream()
                .filter(Experiments::singlesOut)
                .sorted(Comparator.comparing(
                        each -> -each.outcome().seen().orElseThrow().gain()))
                .map(each -> confirmed(found, each))
                .toList();
    }

    private static Finding confirmed(List<Finding> found, Tested tested) {
        FindingCode code = code(tested.code());
        Finding finding = found.stream()
                .filter(each -> each.code().equals(tested.code()))
                .findFirst()
                .orElseGet(() -> code.finding(Severity.WARNING, code.meaning(), new Evidence(), tested.remedy()));
        Severity severity = severity(finding, tested);
        Finding told = withOutcome(finding, severity, tested);
        return new Finding(told.code(), severity, told.cause(), true, told.evidence(), tested.remedy());
    }

    private static Severity severity(Finding finding, Tested tested) {
        return tested.outcome() instanceof Outcome.Confirmed && finding.severity() == Severity.INFO
                ? Severity.WARNING
                : finding.severity();
    }

    private static Finding withOutcome(Finding finding, Severity severity, Tested tested) {
        Map<String, Object> evidence = new LinkedHashMap<>(finding.evidence());
        evidence.put(EXPERIMENT, evidence(tested));
        return new Finding(
                finding.code(), severity, finding.cause() + "; " + tested.words(), false, evidence, finding.remedy());
    }

    private static Map<String, Object> evidence(Tested tested) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(OUTCOME, tested.outcome().specName());
        told.put("change", tested.change());
        tested.outcome().seen().ifPresent(gain -> {
            told.put("before", gain.before());
            told.put("after", gain.after());
            told.put("gain", gain.gain());
            told.put("interval", List.of(gain.interval().low(), gain.interval().high()));
            told.put("repeats", gain.runs());
        });
        told.put("trainings", tested.trainings());
        told.put("iterations", tested.iterations());
        return told;
    }

    private static boolean excludes(Finding confirmed, Finding other) {
        return code(confirmed.code()).excludes(code(other.code()));
    }

    private static FindingCode code(String name) {
        return FindingCode.named(name).orElseThrow();
    }
}

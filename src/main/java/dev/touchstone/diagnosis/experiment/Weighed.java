package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trial's findings after experiments: what was confirmed comes first, what gained most before all; what they spoke against
 * comes last.
 */
public final class Weighed {
    /** Name of the evidence that says how an experiment came out. */
    public static final String EXPERIMENT = "experiment";

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
        List<Finding> refuted = new ArrayList<>();
        for (Finding finding : found) {
            Tested experiment = last.get(finding.code());
            if (experiment == null || experiment.outcome() instanceof Outcome.Undecided) {
                Finding told = experiment == null ? finding : withOutcome(finding, finding.severity(), experiment);
                if (confirmed.stream().noneMatch(other -> excludes(other, finding))) {
                    open.add(told);
                }
            } else if (experiment.outcome().speaksAgainst()) {
                refuted.add(withOutcome(finding, Severity.INFO, experiment));
            }
        }
        List<Finding> weighed = new ArrayList<>(confirmed);
        weighed.addAll(open);
        weighed.addAll(refuted);
        return weighed;
    }

    private static List<Finding> confirmed(List<Finding> found, Map<String, Tested> tested) {
        return tested.values().stream()
                .filter(each -> each.outcome() instanceof Outcome.Confirmed)
                .sorted(Comparator.comparing((Tested each) -> code(each.code()).nature())
                        .thenComparing(
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
        Severity severity = finding.severity() == Severity.INFO ? Severity.WARNING : finding.severity();
        Finding told = withOutcome(finding, severity, tested);
        return new Finding(told.code(), severity, told.cause(), true, told.evidence(), tested.remedy());
    }

    private static Finding withOutcome(Finding finding, Severity severity, Tested tested) {
        Map<String, Object> evidence = new LinkedHashMap<>(finding.evidence());
        evidence.put(EXPERIMENT, evidence(tested));
        return new Finding(
                finding.code(), severity, finding.cause() + "; " + tested.words(), false, evidence, finding.remedy());
    }

    private static Map<String, Object> evidence(Tested tested) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("outcome", tested.outcome().specName());
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

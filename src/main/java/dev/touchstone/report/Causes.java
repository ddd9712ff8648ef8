package dev.touchstone.report;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Precedence;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.store.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be the matter with a trial, whoever found it: its own findings and what data checks warned of before it was
 * trained, in one order. What experiments confirmed comes first, the largest gain before all; then what alarms, causes before symptoms,
 * and causes by {@link Precedence}; what is for information comes last.
 */
final class Causes {
    /** What training calls what data checks find. */
    private static final Map<String, FindingCode> IN_TRAINING = Map.ofEntries(
            Map.entry("label-noise", FindingCode.BAD_LABELS),
            Map.entry("conflicting-labels", FindingCode.BAD_LABELS),
            Map.entry("missing-values", FindingCode.POOR_FEATURES),
            Map.entry("split-drift", FindingCode.SPLIT_MISMATCH),
            Map.entry("feature-drift", FindingCode.SPLIT_MISMATCH),
            Map.entry("leaking-feature", FindingCode.DATA_LEAK),
            Map.entry("rows-shared-with-validation", FindingCode.DATA_LEAK));

    /** Of features that give the label away nobody can say that they tell nothing. */
    private static final Set<String> LEAKS = Set.of("leaking-feature", "rows-shared-with-validation");

    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.severity() == Severity.INFO)
            .thenComparing(Causes::isSymptom)
            .thenComparing(Finding::code, Precedence.OF_CODES);

    private Causes() {}

    /**
     * The findings, what explains most first; those of data checks only where they warn, and where training was looked at.
     *
     * @param ofData what data checks said of the study's rows
     */
    static List<Finding> of(TrialRecord trial, List<Finding> ofData) {
        if (trial.assessed() == null && trial.findings().isEmpty()) {
            return List.of();
        }
        List<Finding> warned = warned(ofData);
        List<Finding> own = trial.findings();
        List<Finding> all =
                new ArrayList<>(own.stream().filter(Finding::confirmed).toList());
        Stream.concat(warned.stream(), own.stream().filter(finding -> !finding.confirmed() && !isInformation(finding)))
                .sorted(ORDER)
                .forEach(all::add);
        own.stream()
                .filter(finding -> !finding.confirmed() && isInformation(finding))
                .forEach(all::add);
        if (warned.stream().map(Finding::code).anyMatch(LEAKS::contains)) {
            all.removeIf(finding -> isA(finding, FindingCode.POOR_FEATURES) && !finding.confirmed());
        }
        return all;
    }

    /** What data checks warn of. */
    static List<Finding> warned(List<Finding> ofData) {
        return ofData.stream()
                .filter(finding -> !isInformation(finding))
                .sorted(ORDER)
                .toList();
    }

    private static boolean isInformation(Finding finding) {
        return finding.severity() == Severity.INFO;
    }

    static boolean isSymptom(Finding finding) {
        return FindingCode.named(finding.code())
                .filter(code -> code.nature() == FindingCode.Nature.SYMPTOM)
                .isPresent();
    }

    private static boolean isA(Finding finding, FindingCode code) {
        return finding.code().equals(code.specName());
    }

    /** The code by which training knows what was found. */
    static Optional<FindingCode> inTraining(Finding finding) {
        return FindingCode.named(finding.code()).or(() -> Optional.ofNullable(IN_TRAINING.get(finding.code())));
    }
}

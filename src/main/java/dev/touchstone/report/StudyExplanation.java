package dev.touchstone.report;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.search.Ranked;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.study.AutoText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells why a sweep came out as it did. */
public final class StudyExplanation {
    private static final int COMMONEST = 3;

    /** Trials that are named; of more their number is told. */
    private static final int MOST_NAMED = 8;

    private StudyExplanation() {}

    /** @param findings about the whole sweep */
    public static Explanation of(ReportModel model, List<Finding> findings) {
        List<TrialRecord> trials = model.study().trials();
        List<String> summary = new ArrayList<>();
        summary.add(outcome(model, trials));
        Optional.ofNullable(model.auto())
                .map(search -> AutoText.lines(search).get(0))
                .ifPresent(line -> summary.add("Regularisation was chosen for " + line + "."));
        findings.stream()
                .max(Comparator.comparing(Finding::severity))
                .ifPresent(first ->
                        summary.add(capital(first.cause()) + " (" + first.code() + "): " + first.remedy() + "."));
        commonest(trials)
                .ifPresentOrElse(summary::add, () -> summary.add("No trial's training has a warning or an error."));
        List<AlikeTrials> alike = model.alike();
        tested(alike).ifPresent(summary::add);
        return new Explanation(
                summary,
                findings,
                alike.stream()
                        .flatMap(group -> Stream.ofNullable(group.witness()))
                        .map(AlikeTrials.Witness::tested)
                        .toList(),
                alike);
    }

    private static String outcome(ReportModel model, List<TrialRecord> trials) {
        Map<String, Long> states = trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> SpecName.of(trial.state()), TreeMap::new, Collectors.counting()));
        String counts = states.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
        String metric = model.study().head().metric();
        if (model.ranking().isEmpty()) {
            return "Of " + trials.size() + " trials (" + counts + ") none is ranked.";
        }
        Ranked leader = model.ranking().get(0);
        return "Of " + trials.size() + " trials (" + counts + ") trial " + leader.trial() + " leads with " + metric
                + " "
                + ShortNumber.of(leader.value()) + " (95 % interval "
                + ShortNumber.of(leader.interval().low()) + " to "
                + ShortNumber.of(leader.interval().high()) + ").";
    }

    /** What most often went wrong, with the trials that it happened to. */
    private static Optional<String> commonest(List<TrialRecord> trials) {
        Map<String, List<Integer>> byCode = new TreeMap<>();
        for (TrialRecord trial : trials) {
            trial.findings().stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .min(Comparator.comparing(Weighed::isDoubted))
                    .ifPresent(first -> byCode.computeIfAbsent(first.code(), code -> new ArrayList<>())
                            .add(trial.number()));
        }
        String told = byCode.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .limit(COMMONEST)
                .map(entry -> entry.getKey() + " (trial " + numbers(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? Optional.empty() : Optional.of("Trials suffered from " + told + ".");
    }

    /** What experiments say of trials that failed alike. */
    private static Optional<String> tested(List<AlikeTrials> alike) {
        String told = alike.stream()
                .filter(AlikeTrials::isDecided)
                .limit(COMMONEST)
                .map(group -> group.code().specName() + " (trial " + numbers(group.numbers()) + ") "
                        + Objects.requireNonNull(group.witness()).words())
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? Optional.empty() : Optional.of("By experiment: " + told + ".");
    }

    private static String numbers(List<Integer> trials) {
        int more = trials.size() - MOST_NAMED;
        return trials.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}

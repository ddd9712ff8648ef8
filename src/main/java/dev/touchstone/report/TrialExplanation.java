package dev.touchstone.report;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells why a trial behaved as it did, from nothing but what was recorded of it. */
public final class TrialExplanation {
    /** Of a remedy that was tried in one way. */
    private static final String DOUBTED =
            "; what an experiment tried of it gained too little by itself, so that more may be the matter";

    private final TrialRecord trial;
    private final List<Finding> ofData;
    private final List<Finding> found;
    private final AlikeTrials.@Nullable Witness other;
    private final List<String> summary = new ArrayList<>();

    private TrialExplanation(TrialRecord trial, List<Finding> ofData, AlikeTrials.@Nullable Witness other) {
        this.trial = trial;
        this.ofData = Causes.warned(ofData);
        this.found = Causes.of(trial, ofData);
        this.other = other;
    }

    /**
     * Tells it.
     *
     * @param ofData what data checks said of the study's rows
     * @param alike groups of the study's trials that failed alike: what was tested on one of a group is told of all
     */
    public static Explanation of(TrialRecord trial, List<Finding> ofData, List<AlikeTrials> alike) {
        AlikeTrials.Witness other = alike.stream()
                .filter(group -> group.isDecided() && group.numbers().contains(trial.number()))
                .flatMap(group -> Stream.ofNullable(group.witness()))
                .filter(witness -> trial.tested().stream()
                        .noneMatch(own -> own.code().equals(witness.tested().code())))
                .findFirst()
                .orElse(null);
        TrialExplanation explanation = new TrialExplanation(trial, ofData, other);
        explanation.tell();
        return new Explanation(explanation.summary, explanation.found, trial.tested(), List.of());
    }

    private void tell() {
        summary.add(whatHappened());
        if (trial.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO)) {
            tellCause(found.stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .toList());
            RuledOut.of(trial, found).ifPresent(summary::add);
        } else if (trial.state() == TrialState.COMPLETE) {
            tellHealth();
        }
    }

    private void tellHealth() {
        if (trial.assessed() == null) {
            summary.add("It was not diagnosed: an earlier version of Touchstone trained it.");
            return;
        }
        summary.add(
                trial.tested().isEmpty()
                        ? "No rule found anything wrong with its training."
                        : "No rule found anything wrong with its training that experiments did not refute.");
        if (!ofData.isEmpty()) {
            Finding first = ofData.get(0);
            summary.add("Of its rows data checks warn: " + told(first) + also(ofData.subList(1, ofData.size())));
        }
        Optional<Finding> cause =
                trial.findings().stream().filter(this::mayBeMended).findFirst();
        cause.ifPresent(found -> summary.add("What might still gain: " + told(found)));
        cause.or(() -> ofData.stream().findFirst())
                .ifPresent(found -> summary.add("To change: " + found.remedy() + "."));
    }

    private void tellCause(List<Finding> weighty) {
        Finding first = weighty.get(0);
        Optional<Finding> cause = cause();
        if (Causes.isSymptom(first)) {
            summary.add("Symptom: " + told(first));
        }
        cause.ifPresent(found -> summary.add(likelihood(found) + " cause: "
                + told(found)
                + also(weighty.stream()
                        .filter(each -> !each.equals(found) && !each.equals(first))
                        .toList())));
        summary.add("To change: " + remedy(cause.orElse(first)) + ".");
    }

    private String likelihood(Finding cause) {
        if (cause.confirmed()) {
            return "Confirmed";
        }
        return isDoubted(cause) ? "Suspected" : "Most likely";
    }

    private String remedy(Finding finding) {
        if (speaksOf(finding) && Objects.requireNonNull(other).confirms()) {
            return other.tested().remedy();
        }
        return finding.remedy() + (isDoubted(finding) ? DOUBTED : "");
    }

    /** Whether an experiment spoke against it, here or on another trial, and did not settle it. */
    private boolean isDoubted(Finding finding) {
        return Weighed.isDoubted(finding)
                || (speaksOf(finding) && !Objects.requireNonNull(other).confirms());
    }

    /** Whether there was an experiment for a finding, on another trial. */
    private boolean speaksOf(Finding finding) {
        return other != null && other.tested().code().equals(finding.code());
    }

    /** The first of the causes, a weighty one where there is any. */
    private Optional<Finding> cause() {
        return found.stream().filter(this::mayBeMended).findFirst();
    }

    private boolean mayBeMended(Finding finding) {
        return !Causes.isSymptom(finding) && !isRefuted(finding);
    }

    private boolean isRefuted(Finding finding) {
        return FindingCode.named(finding.code()).isPresent() && Weighed.lowers(trial.tested(), finding.code());
    }

    private String told(Finding finding) {
        return finding.code() + ": " + finding.cause()
                + (speaksOf(finding) ? "; " + Objects.requireNonNull(other).wordsForAnother() : "") + ".";
    }

    private static String also(List<Finding> others) {
        return others.isEmpty() ? "" : " With it: " + codes(others) + ".";
    }

    private static String codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).collect(Collectors.joining(", "));
    }

    private String whatHappened() {
        TrialEvent.Completed completed = trial.completed();
        TrialEvent.Assessed assessed = trial.assessed();
        String outcome = "Trial " + trial.number() + " is " + SpecName.of(trial.state());
        if (completed == null) {
            return outcome + Reason.of(trial).map(reason -> ": " + reason).orElse("") + ".";
        } else if (assessed == null || assessed.best() == null) {
            return outcome + ": epoch " + completed.bestEpoch() + " of "
                    + trial.epochs().size() + " was the best; " + completed.stopped() + ".";
        }
        return outcome + ": " + reached(assessed.plan(), assessed.best()) + " in epoch " + completed.bestEpoch()
                + " of " + trial.epochs().size() + " (" + completed.stopped() + ").";
    }

    private static String reached(TrialPlan plan, BestEpoch best) {
        return plan.metric() + " " + ShortNumber.of(best.value()) + " (95 %: "
                + ShortNumber.of(best.interval().low()) + " to "
                + ShortNumber.of(best.interval().high())
                + "; baseline " + ShortNumber.of(best.baseline()) + ")";
    }
}

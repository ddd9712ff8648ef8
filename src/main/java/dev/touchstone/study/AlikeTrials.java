package dev.touchstone.study;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trials of a study that failed alike: the same finding leads those that are warnings or errors, causes before symptoms. One
 * experiment speaks for all of them.
 *
 * @param code of the finding
 * @param trials best first, one at least; what came to no figure comes last
 * @param witness an experiment on this hypothesis, the first decided one where there are several; null when there is none
 */
public record AlikeTrials(
        FindingCode code,
        List<TrialRecord> trials,
        @Nullable Witness witness) {
    /**
     * An experiment that speaks for a group.
     *
     * @param trial that it was on
     */
    public record Witness(int trial, Tested tested) {
        /** Whether it speaks for or against the hypothesis. */
        public boolean decides() {
            return !(tested.outcome() instanceof Outcome.Undecided);
        }

        /** How it came out, in a clause. */
        public String words() {
            return tested.words(" on trial " + trial);
        }

        /** The same for another trial of the group. */
        public String wordsForAnother() {
            return tested.words(" on trial " + trial + ", which failed alike");
        }

        public boolean confirms() {
            return tested.outcome() instanceof Outcome.Confirmed;
        }
    }

    /**
     * The groups, that of the leader before the others.
     *
     * @param ranking of the trials, best first; those that are not in it come last
     */
    public static List<AlikeTrials> of(List<TrialRecord> trials, List<Ranked> ranking) {
        Map<Integer, Integer> places = new HashMap<>();
        ranking.forEach(ranked -> places.put(ranked.trial(), places.size()));
        List<TrialRecord> ended = trials.stream()
                .filter(trial -> trial.state().isFinal() && trial.effective() != null)
                .sorted(Comparator.comparing(trial -> places.getOrDefault(trial.number(), Integer.MAX_VALUE)))
                .toList();
        Map<FindingCode, List<TrialRecord>> groups = new LinkedHashMap<>();
        for (TrialRecord trial : ended) {
            Weighed.leading(trial.findings())
                    .ifPresent(code -> groups.computeIfAbsent(code, first -> new ArrayList<>())
                            .add(trial));
        }
        return groups.entrySet().stream()
                .map(group -> new AlikeTrials(group.getKey(), group.getValue(), witness(group.getKey(), trials)))
                .toList();
    }

    /** The trial that an experiment on the group is carried out on. */
    public TrialRecord leader() {
        return trials.get(0);
    }

    /** Whether an experiment speaks for or against the hypothesis. */
    public boolean isDecided() {
        return witness != null && witness.decides();
    }

    /** Numbers of the trials, in order. */
    public List<Integer> numbers() {
        return trials.stream().map(TrialRecord::number).sorted().toList();
    }

    /** @param trials whose findings may have changed by the experiment, so that they are in the group no more */
    private static @Nullable Witness witness(FindingCode code, List<TrialRecord> trials) {
        List<Witness> witnesses = trials.stream()
                .filter(trial ->
                        trial.findings().stream().anyMatch(each -> each.code().equals(code.specName())))
                .flatMap(trial -> experiments(trial, code))
                .toList();
        return witnesses.stream()
                .filter(Witness::decides)
                .findFirst()
                .orElse(witnesses.isEmpty() ? null : witnesses.get(0));
    }

    private static Stream<Witness> experiments(TrialRecord trial, FindingCode code) {
        return trial.tested().stream()
                .filter(tested -> tested.code().equals(code.specName()))
                .map(tested -> new Witness(trial.number(), tested));
    }
}

package dev.touchstone.report;

import dev.touchstone.search.Ranked;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.study.AutoSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a report tells; the same model always gives the same report.
 *
 * @param ranking best first; every entry is a trial of the study
 * @param auto what {@code regularisation: auto} found and does; null in any other study
 */
public record ReportModel(
        StudyRecord study,
        List<Ranked> ranking,
        TestSplitState test,
        @Nullable AutoSearch auto) {
    /** Of a study whose spec says all of its regularisation. */
    public ReportModel(StudyRecord study, List<Ranked> ranking, TestSplitState test) {
        this(study, ranking, test, null);
    }

    /** A ranked trial with its place. */
    public record Placed(Ranked ranked, TrialRecord trial) {}

    /**
     * The ranked trials, best first.
     *
     * @throws IllegalArgumentException when the ranking names a trial that the study does not have
     */
    public List<Placed> placed() {
        Map<Integer, TrialRecord> trials = new HashMap<>();
        study.trials().forEach(trial -> trials.put(trial.number(), trial));
        List<Placed> placed = new ArrayList<>();
        for (Ranked ranked : ranking) {
            TrialRecord trial = trials.get(ranked.trial());
            if (trial == null) {
                throw new IllegalArgumentException("trial " + ranked.trial() + " is ranked but not in the study");
            }
            placed.add(new Placed(ranked, trial));
        }
        return placed;
    }

    /** Trials that failed alike, and what experiments say of them. */
    public List<AlikeTrials> alike() {
        return AlikeTrials.of(study.trials(), ranking);
    }

    /** Ranks by trial number; trials that are not ranked are absent. */
    public Map<Integer, Integer> ranks() {
        Map<Integer, Integer> ranks = new HashMap<>();
        ranking.forEach(ranked -> ranks.put(ranked.trial(), ranked.rank()));
        return ranks;
    }
}

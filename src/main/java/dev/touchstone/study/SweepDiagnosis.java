package dev.touchstone.study;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Interval;
import dev.touchstone.search.Ranked;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a whole sweep shows: a pure function of its record and ranking. */
public final class SweepDiagnosis {
    /** Half the width of a 95 % interval, in standard errors. */
    private static final double ERRORS_OF_AN_INTERVAL = 1.96;

    private final StudyRecord study;
    private final List<Ranked> ranking;
    private final List<Finding> findings = new ArrayList<>();

    private SweepDiagnosis(StudyRecord study, List<Ranked> ranking) {
        this.study = study;
        this.ranking = ranking;
    }

    /**
     * The findings.
     *
     * @param ranking best first
     * @param space of the study's spec
     */
    public static List<Finding> of(StudyRecord study, List<Ranked> ranking, SearchSpace space) {
        SweepDiagnosis diagnosis = new SweepDiagnosis(study, ranking);
        diagnosis.findGated();
        diagnosis.findings.addAll(SpaceFindings.of(diagnosis.ranked(), space));
        diagnosis.findNoise();
        return diagnosis.findings;
    }

    /** The ranked trials, best first. */
    private List<SpaceFindings.Valued> ranked() {
        List<SpaceFindings.Valued> ranked = new ArrayList<>();
        for (Ranked place : ranking) {
            study.trials().stream()
                    .filter(trial -> trial.number() == place.trial() && trial.effective() != null)
                    .forEach(trial -> ranked.add(new SpaceFindings.Valued(trial.effective(), place.value())));
        }
        return ranked;
    }

    private void findGated() {
        List<TrialRecord> ended =
                study.trials().stream().filter(trial -> trial.state().isFinal()).toList();
        Map<String, Integer> gates = new TreeMap<>();
        for (TrialRecord trial : ended) {
            if (trial.state() == TrialState.GATED && !trial.gates().isEmpty()) {
                gates.merge(trial.gates().get(trial.gates().size() - 1).gate(), 1, Integer::sum);
            }
        }
        int gated = gates.values().stream().mapToInt(Integer::intValue).sum();
        if (2 * gated > ended.size()) {
            findings.add(FindingCode.MOST_TRIALS_GATED.finding(
                    Severity.WARNING,
                    gated + " of " + ended.size() + " trials were stopped by gates: " + gates,
                    new Evidence()
                            .with("gated", gated)
                            .with("ended", ended.size())
                            .with("gates", gates),
                    "look at the first of their reasons; narrow the space to what passes"));
        }
    }

    private void findNoise() {
        long tied = ranking.stream().skip(1).filter(Ranked::tied).count();
        if (ranking.size() > 2 && 2 * tied > ranking.size() - 1) {
            findings.add(FindingCode.NOISE_LARGER_THAN_DIFFERENCES.finding(
                    Severity.INFO,
                    tied + " of " + (ranking.size() - 1) + " other ranked trials cannot be told from the leader",
                    new Evidence().with("tied", tied).with("ranked", ranking.size()),
                    "put more rows into validation, or take the simplest of the tied trials"));
        }
        double flatters = Math.sqrt(2 * Math.log(tied + 1.0));
        if (flatters > ERRORS_OF_AN_INTERVAL) {
            Interval interval = ranking.get(0).interval();
            double error = (interval.high() - interval.low()) / 2 / ERRORS_OF_AN_INTERVAL;
            findings.add(FindingCode.VALIDATION_OVERUSED.finding(
                    Severity.INFO,
                    "the leader is the best of " + (tied + 1)
                            + " that cannot be told apart, which flatters its figure by up to "
                            + ShortNumber.of(flatters * error),
                    new Evidence().with("equals", tied + 1).with("flatters-by", flatters * error),
                    "trust the test split, once; put more rows into validation"));
        }
    }
}

package dev.touchstone.bench.gates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A study's trials, sorted into good and doomed ones.
 *
 * @param line between them
 */
record Fates(String study, FinishLine line, List<Fate> all) {
    private static final int QUARTER = 4;

    /** @param judge says what gates say of a trial */
    static Fates of(
            String study,
            GateStudy.Ended ended,
            Judge judge,
            Examination examination,
            Path causes)
            throws IOException {
        String metric = ended.task().metric().specName();
        List<GatedTrial> judged = ended.trials().stream()
                .map(trial -> GatedTrial.of(trial, judge.gates(trial), metric))
                .toList();
        double pace = judge.pace().orElse(1);
        List<GatedTrial> trials =
                judged.stream().map(trial -> trial.trainedAt(pace)).toList();
        FinishLine line = FinishLine.of(
                ended.task(),
                trials.stream()
                        .map(GatedTrial::value)
                        .filter(Double::isFinite)
                        .toList());
        Set<GatedTrial> best = best(trials, line);
        KeptCauses kept = new KeptCauses(causes);
        return new Fates(
                study,
                line,
                trials.stream()
                        .map(trial -> trial.isDoomed(line)
                                ? new Fate(
                                        study,
                                        trial,
                                        false,
                                        examination.cause(
                                                kept,
                                                trial.record().number(),
                                                new Diagnosis(ended.task(), line, trial)))
                                : new Fate(study, trial, best.contains(trial), null))
                        .toList());
    }

    private static Set<GatedTrial> best(List<GatedTrial> trials, FinishLine line) {
        Comparator<GatedTrial> bestFirst = Comparator.comparingDouble(
                trial -> Double.isFinite(trial.value()) ? Math.abs(trial.value() - line.best()) : Double.MAX_VALUE);
        return new HashSet<>(
                trials.stream().sorted(bestFirst).limit(trials.size() / QUARTER).toList());
    }
}

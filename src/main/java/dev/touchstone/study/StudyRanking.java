package dev.touchstone.study;

import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.search.Ranked;
import dev.touchstone.search.Ranking;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ranking of a study's complete trials, from the validation predictions that were kept. */
public final class StudyRanking {
    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    private StudyRanking() {}

    public static List<Ranked> of(StudyRecord study, ArtefactStore artefacts) {
        String name = study.head().metric();
        Metric metric = Metric.named(name).orElseThrow();
        Direction direction = Direction.valueOf(study.head().direction().toUpperCase(Locale.ROOT));
        List<Ranking.Scored> scored = new ArrayList<>();
        for (TrialRecord trial : study.trials()) {
            if (trial.completed() != null) {
                scored.add(new Ranking.Scored(
                        trial.number(),
                        trial.completed().values().getOrDefault(name, Double.NaN),
                        trial.completed().intervals().getOrDefault(name, UNKNOWN),
                        Predictions.fromBytes(artefacts.get(trial.completed().predictions()))));
            }
        }
        return Ranking.rank(scored, metric, direction, study.head().data().validationTargets());
    }
}

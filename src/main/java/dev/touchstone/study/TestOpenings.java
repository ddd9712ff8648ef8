package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.data.vault.TestScore;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.Scores;
import dev.touchstone.training.Learner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens sealed test splits to score a trial's best checkpoint; each opening goes on the ledger first. */
public record TestOpenings(Studies studies) {
    /**
     * Scores a trial on the test split for the first time.
     *
     * @throws dev.touchstone.base.UserError when there is nothing to score, or this trial was scored before
     */
    public TestScore open(OpeningRequest request) {
        TrialModel model = TrialModel.of(studies, request.study(), request.trial());
        return studies.vault(request.study()).open(request, test -> score(model, test));
    }

    /** Scores a trial that may have been scored before; that, too, goes on the ledger. */
    public TestScore openAgain(OpeningRequest request) {
        TrialModel model = TrialModel.of(studies, request.study(), request.trial());
        return studies.vault(request.study()).openAgain(request, test -> score(model, test));
    }

    private static TestScore score(TrialModel model, Rows raw) {
        Rows test = model.data().normaliser().apply(raw);
        Predictions predictions;
        try (Learner learner = model.learner()) {
            predictions = learner.predict(0, test);
        }
        Seed seed = new Seed(model.trial().seed()).derive("test-interval");
        Scores scores = Scores.of(predictions, test.labels(), seed);
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        scores.intervals()
                .forEach((metric, interval) -> intervals.put(metric, List.of(interval.low(), interval.high())));
        return new TestScore(scores.values(), intervals);
    }
}

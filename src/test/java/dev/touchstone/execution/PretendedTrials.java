package dev.touchstone.execution;

import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.StudyStore.ClaimedTrial;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.TrialExecutor;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.trial.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Trials that train nothing and end as they are told to, several at once, in an order that a seed decides. */
final class PretendedTrials implements TrialExecutor {
    private final StudyStore store;
    private final int workers;
    private final Random random;
    private final Function<ClaimedTrial, Fit> fits;
    private final List<ClaimedTrial> running = new ArrayList<>();

    /** Accuracy on train and validation rows; null where a gate rejects the trial. */
    record Fit(double train, double validation) {}

    PretendedTrials(OpenStudy study, int workers, long seed, Function<ClaimedTrial, Fit> fits) {
        this.store = study.store();
        this.workers = workers;
        this.random = new Random(seed);
        this.fits = fits;
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public Estimate measure(Assignment assignment) {
        return new Estimate.Unknown("nothing is trained");
    }

    @Override
    public void start() {}

    /** Ends one of the running trials, after all that wait were claimed. */
    @Override
    public void check() {
        while (running.size() < workers) {
            Optional<ClaimedTrial> claimed = store.claim("pretended");
            if (claimed.isEmpty()) {
                break;
            }
            running.add(claimed.get());
        }
        if (!running.isEmpty()) {
            end(running.remove(random.nextInt(running.size())));
        }
    }

    private void end(ClaimedTrial trial) {
        Fit fit = fits.apply(trial);
        store.append(
                trial.lease(),
                fit == null
                        ? List.of(new TrialEvent.Started(Map.of()), new TrialEvent.Gated("build", "told to", null))
                        : List.of(
                                new TrialEvent.Started(Map.of()),
                                new TrialEvent.EffectiveChosen(trial.proposed(), 10),
                                new TrialEvent.Assessed(plan(), best(fit)),
                                completed(fit)));
    }

    private static TrialPlan plan() {
        return new TrialPlan(
                0.01,
                32,
                0,
                0,
                4,
                10,
                null,
                320,
                80,
                true,
                null,
                "accuracy",
                Direction.MAXIMISE,
                0.7,
                "adam",
                null,
                null);
    }

    private static BestEpoch best(Fit fit) {
        return new BestEpoch(
                2,
                fit.validation(),
                around(fit.validation()),
                0.1,
                fit.train(),
                around(fit.train()),
                0.5,
                1,
                1,
                List.of(),
                null);
    }

    private static Interval around(double value) {
        return new Interval(value - 0.01, value + 0.01);
    }

    private static TrialEvent completed(Fit fit) {
        return new TrialEvent.Completed(
                2,
                40,
                0.1,
                Map.of("accuracy", fit.validation()),
                Map.of("accuracy", around(fit.validation())),
                "all epochs",
                "no checkpoint",
                "no predictions",
                new StoppingDecision(StoppingRule.EPOCHS, null));
    }

    @Override
    public void close() {
        running.forEach(trial -> store.append(trial.lease(), List.of(new TrialEvent.Interrupted("closed"))));
        running.clear();
    }
}

package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.UsableRates;
import dev.touchstone.search.RatePrior;
import dev.touchstone.search.Sampler;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.store.HeldLease;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Runs a study: asks the sampler for as many trials as there are workers, queues them, watches them end, and keeps the
 * leaders' checkpoints. Trials that an earlier run left queued, running or interrupted are carried out first.
 */
public final class SearchCoordinator {
    /** A space of few values is given up when this many draws in a row were all tried before. */
    private static final int DRAWS = 200;

    /**
     * A sweep ends when so many trials failed in a row. Half of all trials failing by themselves, which is a bad sweep
     * already, bring ten in a row about once in a thousand trials.
     */
    public static final int CONSECUTIVE_FAILURES = 10;

    private static final long WATCH_MILLIS = 10;

    private final OpenStudy study;
    private final Sampler sampler;
    private final SweepListener listener;
    private final BooleanSupplier stopRequested;
    private final Set<String> tried = new HashSet<>();
    private final SortedSet<Integer> open = new TreeSet<>();
    private final List<RatePrior.Experience> experiences = new ArrayList<>();
    private final int consecutiveFailures;
    private final Leaderboard leaders;
    private final SpaceCourse spaces;
    private boolean exhausted;
    private int queued;
    private int spent;
    private int failedInARow;

    /** How a run ended. */
    public enum Outcome {
        FINISHED,
        INTERRUPTED,
        /** Too many trials failed in a row. */
        GIVEN_UP
    }

    /**
     * @param stopRequested asked often; once true, the run ends and can be resumed
     * @param consecutiveFailures how many trials may fail in a row, from 1, before the sweep is given up
     */
    public SearchCoordinator(
            OpenStudy study,
            Sampler sampler,
            SweepListener listener,
            BooleanSupplier stopRequested,
            int consecutiveFailures) {
        this.study = study;
        this.sampler = sampler;
        this.listener = listener;
        this.stopRequested = stopRequested;
        this.consecutiveFailures = consecutiveFailures;
        this.leaders = new Leaderboard(study);
        this.spaces = new SpaceCourse(study, listener::told);
    }

    /** Runs until the spec's number of trials has ended, it is asked to stop, or nothing but failures comes. */
    public Outcome run(TrialExecutor executor) {
        recall();
        int trials = study.spec().search().trials();
        if (isDone(trials)) {
            executor.close(); // never started, for there is nothing to carry out
            study.store().setStatus(StudyStatus.FINISHED);
            return Outcome.FINISHED;
        }
        plan(Math.max(trials, queued) - ended(), executor);
        study.store().setStatus(StudyStatus.RUNNING);
        Pace pace = new Pace(ended());
        Outcome outcome = Outcome.GIVEN_UP; // unless it comes to another end
        try (executor) {
            executor.start();
            while (!isDone(trials) && !isGivenUp() && !stopRequested.getAsBoolean()) {
                executor.check();
                fill(executor.workers(), trials);
                tellEnded(pace, trials);
                sleep();
            }
            tellBudget(trials);
            outcome = isDone(trials) ? Outcome.FINISHED : isGivenUp() ? Outcome.GIVEN_UP : Outcome.INTERRUPTED;
        } finally {
            study.store().setStatus(status(outcome));
        }
        return outcome;
    }

    /** Says nothing when meanwhile it was asked to stop, for the same signal may have ended what was measuring. */
    private void plan(int left, TrialExecutor executor) {
        SweepListener.Plan plan = SweepPlan.of(study, left, executor);
        if (!stopRequested.getAsBoolean()) {
            listener.planned(plan);
            tellData(study.store().head().orElseThrow().data());
        }
    }

    private void tellData(StudyHead.DataSummary data) {
        listener.told("task: " + data.task());
        listener.told("split: " + data.split());
        data.columns().forEach(column -> listener.told("columns: " + column));
        data.notes().forEach(listener::told);
    }

    private void tellBudget(int trials) {
        if (isDone(trials) && !exhausted && queued < trials) {
            listener.told("%d trials had the epochs of %d, for some had several times as many; the sweep ends"
                    .formatted(queued, trials));
        }
    }

    private static StudyStatus status(Outcome outcome) {
        return switch (outcome) {
            case FINISHED -> StudyStatus.FINISHED;
            case INTERRUPTED -> StudyStatus.INTERRUPTED;
            case GIVEN_UP -> StudyStatus.FAILED;
        };
    }

    private boolean isGivenUp() {
        return failedInARow >= consecutiveFailures;
    }

    /** Takes up what an earlier run left. */
    private void recall() {
        for (TrialRecord trial : study.store().read().trials()) {
            tried.add(trial.proposed().canonical());
            queued = Math.max(queued, trial.number());
            spent += SpaceCourse.cost(trial.proposed());
            if (trial.state().isFinal()) {
                learn(trial);
            } else {
                open.add(trial.number());
            }
        }
        for (HeldLease left : study.store().leases()) {
            study.store().revoke(left.lease(), new TrialEvent.Interrupted("the process that carried it ended"));
        }
    }

    private int ended() {
        return queued - open.size();
    }

    private boolean isDone(int trials) {
        return open.isEmpty() && (exhausted || spent >= trials);
    }

    private void fill(int workers, int trials) {
        while (!exhausted && spent < trials && open.size() < workers) {
            Optional<SearchSpace> space = spaces.of(queued + 1, open);
            if (space.isEmpty()) {
                return;
            }
            enqueueNext(space.get(), trials - spent);
        }
    }

    /** @param left how many trials of the spec's epochs the next one may count for */
    private void enqueueNext(SearchSpace space, int left) {
        Seed seed = new Seed(study.spec().search().seed());
        int number = queued + 1;
        Seed draws = seed.derive("proposal", number);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] point = guided(space, sampler.propose(space, draws.derive("draw", draw)));
            Assignment assignment = space.getValue(point);
            int cost = SpaceCourse.cost(assignment);
            if (cost <= left && tried.add(assignment.canonical())) {
                spent += cost;
                queued = study.store()
                        .enqueue(assignment, point, seed.derive("trial", number).value());
                open.add(queued);
                return;
            }
        }
        exhausted = true;
        listener.told("the space holds no assignment that was not tried; the sweep ends after " + queued + " trials");
    }

    /** Depends on which trials have ended by now, and so, with several workers, on how fast they were. */
    private double[] guided(SearchSpace space, double[] point) {
        return study.spec().gates().learningRateRange() == Policy.PRIOR
                ? RatePrior.guided(space, point, experiences)
                : point;
    }

    private void learn(TrialRecord ended) {
        leaders.add(ended);
        ended.gates().stream()
                .flatMap(result -> UsableRates.of(result).stream())
                .map(usable -> new RatePrior.Experience(ended.proposed(), usable.low(), usable.high()))
                .forEach(experiences::add);
    }

    private void tellEnded(Pace pace, int trials) {
        Set<Integer> pending = Set.copyOf(study.store().pending());
        for (int number : List.copyOf(open)) {
            if (!pending.contains(number)) {
                open.remove(number);
                TrialRecord trial = study.store().trial(number).orElseThrow();
                learn(trial);
                count(trial);
                Map<TrialState, Integer> counts = study.store().counts();
                listener.trialEnded(trial, pace.progress(trials, ended(), counts, leaders));
            }
        }
    }

    /** Gated trials tell nothing of whether what passes the gates can be trained. */
    private void count(TrialRecord trial) {
        if (trial.state() == TrialState.FAILED) {
            failedInARow++;
            if (isGivenUp()) {
                listener.told("%d trials failed in a row; the sweep ends. The last one, trial %d: %s"
                        .formatted(failedInARow, trial.number(), trial.reason()));
            }
        } else if (trial.state() != TrialState.GATED) {
            failedInARow = 0;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(WATCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

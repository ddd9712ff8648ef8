package dev.touchstone.gate;

import dev.touchstone.training.LayerChange;
import java.util.ArrayList;
import java.util.List;

/** A short run while it is trained. */
final class ShortTraining {
    /** Looks in a run, evenly apart. */
    private static final int LOOKS_A_RUN = 10;

    /** Looks that tell where a loss is going. */
    private static final int LOOKS_OF_A_COURSE = LOOKS_A_RUN / 2;

    /** Steps between looks at a beginning of the least length; one of fewer steps has as many looks. */
    private static final int LEAST_APART = 10;

    /** Fewer steps of a beginning show nothing that could reject. */
    static final int LEAST_BEGINNING = LOOKS_OF_A_COURSE * LEAST_APART;

    /** How many times as long a run becomes that is on course to learn. */
    static final int LONGER = 2;

    private final GateSubject subject;
    private final Probe probe;
    private final long steps;
    private final long apart;
    private final SteppedTraining training;
    private final ProbeLook start;
    private final List<ProbeLook> looks = new ArrayList<>();
    private long taken;
    private boolean finite = true;
    private boolean hiddenLayersLearn;

    /**
     * @param steps at most as many as are planned
     * @param apart steps from one look to the next, at least 1
     * @param training at its start
     */
    private ShortTraining(GateSubject subject, Probe probe, long steps, long apart, SteppedTraining training) {
        this.subject = subject;
        this.probe = probe;
        this.steps = steps;
        this.apart = apart;
        this.training = training;
        this.start = probe.look(subject, training.learner());
    }

    /** Looked at only towards its end. */
    static ShortRun toItsEnd(GateSubject subject, Probe probe, long steps, SteppedTraining training) {
        return new ShortTraining(subject, probe, steps, Math.max(1, steps / LOOKS_A_RUN), training).toItsEnd();
    }

    private ShortRun toItsEnd() {
        while (finite && taken < steps) {
            step(taken >= steps - (ShortRun.LOOKS - 1) * apart - 1);
        }
        return run();
    }

    /**
     * Ends as soon as it learns beyond doubt, or cannot, and goes on for as long again while it is on course to, or so few looks
     * leave it open whether it could.
     *
     * @param longest steps
     */
    static ShortRun untilItLearns(
            GateSubject subject, Probe probe, long steps, long longest, SteppedTraining training) {
        long apart = Math.max(1, Math.max(steps / LOOKS_A_RUN, Math.min(LEAST_APART, steps / LOOKS_OF_A_COURSE)));
        return new ShortTraining(subject, probe, steps - steps % apart, apart, training).untilItLearns(longest);
    }

    private ShortRun untilItLearns(long longest) {
        long until = steps;
        goOn(until);
        while (taken == until && until < longest && (isOnCourse(longest) || isOpen())) {
            until = Math.min(LONGER * until, longest);
            goOn(until);
        }
        ShortRun run = run();
        return !run.learns() && finite && probe.answersValidation(subject, training.learner())
                ? run.with(run.outlook().answeringValidation())
                : run;
    }

    private void goOn(long until) {
        while (finite && !training.hasEnded() && taken < until && !(isAtALook() && isSure())) {
            step(true);
        }
    }

    /** Whether more steps would not change what is said of it. */
    private boolean isSure() {
        if (looks.size() < ShortRun.LOOKS) {
            return false;
        }
        ShortRun run = run();
        return run.learnsWell()
                || run.ignoresRows()
                || run.outlook().isDead()
                || run.outlook().crawls();
    }

    private void step(boolean looking) {
        finite = Double.isFinite(training.step());
        taken++;
        if (looking && taken == 1) {
            hiddenLayersLearn = hiddenLayers().stream().anyMatch(change -> change.update() > 0);
        }
        if (finite && looking && isAtALook()) {
            looks.add(probe.look(subject, training.learner()));
        }
    }

    private boolean isAtALook() {
        return (steps - taken) % apart == 0;
    }

    private boolean isOnCourse(long steps) {
        return finite
                && looks.size() >= LOOKS_OF_A_COURSE
                && !run().learns()
                && course().comesBelowGuessing((double) steps / taken);
    }

    /**
     * Whether so few looks leave it open that the loss crawls, that what moves weights takes units back to where rows get
     * different answers, or that answers are about to follow the rows. More tell it, in fewer steps than runs at other rates take.
     */
    private boolean isOpen() {
        if (!finite || looks.size() >= LOOKS_A_RUN) {
            return false;
        }
        ShortRun run = run();
        boolean mayCrawl = course().fallsAtEveryLook() && !run.wakes();
        return mayCrawl || run.dies() || isAboutToWake();
    }

    private boolean isAboutToWake() {
        return course().comesToFollowRows(LONGER);
    }

    private Course course() {
        return new Course(start, looks, subject.plan(), apart, taken);
    }

    private ShortRun run() {
        if (!finite) {
            return new ShortRun(start, List.of(), ShortRun.Outlook.NONE);
        }
        ShortRun run = new ShortRun(
                start,
                List.copyOf(looks.subList(Math.max(0, looks.size() - ShortRun.LOOKS), looks.size())),
                ShortRun.Outlook.NONE);
        return run.with(new ShortRun.Outlook(
                looks.size() >= LOOKS_OF_A_COURSE && !run.wakes() && !isAboutToWake() && course().crawls(),
                looks.size() >= ShortRun.LOOKS && run.dies() && standsStill(),
                false));
    }

    /**
     * Whether hidden layers learnt once, and nothing moves them by what is notable in all steps that are left. Weight decay, and
     * what is left of momentum, may take saturated units back to where they have a gradient. An output alone, and one behind
     * frozen layers, has a gradient however saturated it is.
     */
    private boolean standsStill() {
        long left = subject.plan().iterations() - taken;
        return hiddenLayersLearn
                && hiddenLayers().stream()
                        .allMatch(change -> left * change.update() <= RateRamp.LEAST_GAIN * change.weights());
    }

    private List<LayerChange> hiddenLayers() {
        List<LayerChange> changes = training.learner().changes(0);
        return changes.subList(0, changes.size() - 1);
    }
}

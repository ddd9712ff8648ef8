package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.TrainingGain;
import dev.touchstone.report.Explanation;
import dev.touchstone.report.TrialExplanation;
import dev.touchstone.search.Ranked;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.study.Confirmation;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.StudyRanking;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments that a sweep carries out by itself when its trials have ended. */
class SweepExperimentsTest {
    private static final String SLOW =
            "  learning-rate: {log-uniform: [1e-7, 1e-6]}\n  width: {integer: [8, 16]}\n  optimiser: {choice: [sgd]}\n";

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    private SmallSweep sweep(String diagnosis) throws IOException {
        SmallSweep sweep =
                new SmallSweep(folder, SLOW, 3, "{epochs: 12, early-stopping: off}", SmallSweep.NO_GATES + diagnosis);
        sweep.run(() -> false);
        return sweep;
    }

    /** A trial that trained for long and then failed, so that there is a budget. */
    private static void train(StudyStore store, double seconds) {
        Assignment assignment = new Assignment(Map.of("learning-rate", 1e-8, "width", 8));
        store.enqueue(assignment, new double[] {0, 0}, 1);
        store.append(
                store.claim("test").orElseThrow().lease(),
                List.of(
                        new TrialEvent.Started(Map.of()),
                        new TrialEvent.EffectiveChosen(assignment, 10),
                        new TrialEvent.EpochEnded(1, 1000000, 1e-8, 1, 1, 0.5, seconds, null, null),
                        new TrialEvent.Failed(new Failure(FailureCause.EXCEPTION, "it was made to"))));
    }

    /** What leads all trials, on the first of them. */
    private static void refute(StudyStore store) {
        TrainingGain none = new TrainingGain(0.5, 0.5, 0, new Interval(-0.01, 0.01), 3);
        Outcome refuted = new Outcome.Refuted(none);
        store.keepTested(
                1,
                List.of(new Tested(
                        "learning-rate-too-low", "with another rate", "take it", "accuracy", 3, 90, 0, refuted)));
    }

    private SweepExperiments experiments(SmallSweep sweep, OpenStudy study) {
        return new SweepExperiments(sweep.studies(), study, Heard::new, stop::get);
    }

    /** Asks to stop as soon as an experiment has begun, when it is told to. */
    private final class Heard implements Confirmation.Listener {
        private final AlikeTrials group;

        Heard(AlikeTrials group) {
            this.group = group;
        }

        @Override
        public void begun(String code) {
            heard.add("begun " + code + " for " + group.numbers());
            stop.set(heard.size() == 1);
        }

        @Override
        public void told(String line) {
            assertThat(line).isNotBlank();
        }

        @Override
        public void tested(Tested tested) {
            heard.add(tested.words());
        }
    }

    @Test
    void oneExperimentSpeaksForAllThatFailedAlike_andIsNotDoneTwice() throws IOException {
        SmallSweep sweep = sweep("");
        try (OpenStudy study = sweep.open()) {
            train(study.store(), 1000);

            experiments(sweep, study).run();
            assertThat(heard).containsExactly("begun learning-rate-too-low for [1, 2, 3]");
            assertThat(study.store().read().trials())
                    .allMatch(trial -> trial.tested().isEmpty());
            assertThat(study.folder().workers()).isEmptyDirectory();
            stop.set(false);

            SweepExperiments.Result result = experiments(sweep, study).run().orElseThrow();

            List<TrialRecord> trials = study.store().read().trials();
            int leader = StudyRanking.of(study.store().read(), study.artefacts()).stream()
                    .map(Ranked::trial)
                    .filter(List.of(1, 2, 3)::contains)
                    .findFirst()
                    .orElseThrow();
            TrialRecord tested = trials.get(leader - 1);
            assertThat(tested.tested())
                    .singleElement()
                    .matches(one -> one.outcome() instanceof Outcome.Confirmed && one.seconds() > 0);
            assertThat(result.budget().seconds()).isBetween(50.0, 51.0);
            assertThat(result.budget().spent()).isEqualTo(tested.tested().get(0).seconds());
            assertThat(result.left()).isZero();
            assertThat(heard).hasSize(3);
            Explanation other =
                    TrialExplanation.of(trials.get(leader % 3), List.of(), AlikeTrials.of(trials, List.of()));
            assertThat(other.summary())
                    .hasSizeLessThanOrEqualTo(Explanation.MOST)
                    .anyMatch(
                            line -> line.contains("; confirmed on trial " + leader + ", which failed alike: with the"))
                    .anyMatch(line -> line.startsWith("To change: set the learning rate to about "));

            assertThat(experiments(sweep, study).run()).contains(result);
            assertThat(heard).hasSize(3);
        }
    }

    @Test
    void nothingIsBegunThatDoesNotFitTheBudget() throws IOException {
        SmallSweep sweep = sweep("diagnosis: {budget: 100%}\n");
        try (OpenStudy study = sweep.open()) {
            SweepExperiments.Result result = experiments(sweep, study).run().orElseThrow();

            assertThat(heard).isEmpty();
            assertThat(result.left()).isEqualTo(1);
            assertThat(result.budget().spent()).isZero();
        }
    }

    @Test
    void refutedOnOneTrial_isSuspectedNoMoreThanThatOfTheOthers() throws IOException {
        SmallSweep sweep = sweep("");
        try (OpenStudy study = sweep.open()) {
            refute(study.store());

            List<TrialRecord> trials = study.store().read().trials();
            List<AlikeTrials> alike = AlikeTrials.of(trials, List.of());
            Explanation own = TrialExplanation.of(trials.get(0), List.of(), alike);
            Explanation other = TrialExplanation.of(trials.get(1), List.of(), alike);

            assertThat(alike).anyMatch(group -> group.numbers().equals(List.of(1, 2, 3)) && group.isDecided());
            assertThat(own.summary())
                    .anyMatch(line -> line.startsWith("Suspected cause: learning-rate-too-low")
                            && line.contains("; refuted: with another rate"))
                    .noneMatch(line -> line.contains("by experiment, learning-rate-too-low"));
            assertThat(other.summary())
                    .anyMatch(line -> line.startsWith("Suspected cause: learning-rate-too-low")
                            && line.contains("; refuted on trial 1, which failed alike: with another rate"));
            experiments(sweep, study).run();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void whereTheLeadingCauseIsRefuted_whatIsUnusualIsTestedOnce() throws IOException {
        SmallSweep sweep = sweep("");
        try (OpenStudy study = sweep.open()) {
            train(study.store(), 1000);
            refute(study.store());
            heard.add("so that nothing is stopped");

            experiments(sweep, study).run();

            assertThat(study.store().read().trials().stream()
                            .flatMap(trial -> trial.tested().stream())
                            .map(Tested::code))
                    .hasSizeGreaterThan(1)
                    .doesNotHaveDuplicates();
            int told = heard.size();
            assertThat(experiments(sweep, study).run().orElseThrow().left()).isZero();
            assertThat(heard).hasSize(told);
        }
    }

    @Test
    void off_testsNothingWhateverTheBudget() throws IOException {
        SmallSweep sweep = sweep("diagnosis: {experiments: off}\n");
        try (OpenStudy study = sweep.open()) {
            train(study.store(), 1000);

            assertThat(experiments(sweep, study).run()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }
}

package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedStepsTest {
    private static final StudySpec SPEC = SpecFile.read(Path.of("search-spaces", "breast-cancer.yaml"), Overrides.NONE)
            .spec();
    private static final TrialTask TASK = SPEC.task(Studies.prepare(SPEC).data());
    private static final Assignment ASSIGNMENT = SPEC.space().centre();
    private static final Seed TRIAL = new Seed(5);

    /** So that a run of a trial's own seed is the beginning of its training, bit for bit. */
    @Test
    void stepsOfATrialsSeed_areThoseOfItsTraining() {
        FirstEpoch training = new FirstEpoch();
        try (Learner learner = learner()) {
            TASK.loop(ASSIGNMENT, TRIAL).run(learner, training);
        }
        GateSubject subject = TASK.subject(ASSIGNMENT, TRIAL);
        GateSubject.Plan plan = subject.plan();
        PlannedSteps steps = new PlannedSteps(subject, subject.trialSeed());
        List<Double> losses = new ArrayList<>();
        try (Learner learner = learner()) {
            for (int step = 0; step < training.losses.size(); step++) {
                double rate = plan.schedule().at(plan.learningRate(), step, plan.iterations());
                losses.add(learner.step(List.of(steps.next(rate)))[0]);
            }
        }

        assertThat(losses).isNotEmpty().isEqualTo(training.losses);
    }

    private static Learner learner() {
        return TASK.learners(ASSIGNMENT).regularised(GateSubject.networkSeed(TRIAL));
    }

    private static final class FirstEpoch implements TrainingMonitor {
        private List<Double> losses = List.of();

        @Override
        public void epochEnded(Epoch epoch) {
            losses = epoch.losses();
        }

        @Override
        public boolean stopRequested() {
            return !losses.isEmpty();
        }
    }
}

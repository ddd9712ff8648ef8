package dev.touchstone.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.training.ScheduleSpec;
import dev.touchstone.training.TrainingSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whole trainings on real data are found to have. */
class TrialFindingsTest {
    private static StudySpec spec(String name) {
        return SpecFile.read(Path.of("search-spaces", name + ".yaml"), Overrides.NONE)
                .spec();
    }

    private static TrialTask task(StudySpec spec, PreparedData data, TrainingSpec training) {
        TrialTask task = spec.task(data);
        return new TrialTask(
                data, task.augmentation(), task.model(), GateSpec.NONE, training, task.metric(), task.direction());
    }

    /** The rate in the middle of what an optimiser is customarily trained with. */
    private static Assignment customary(Assignment drawn) {
        double rate = Hyperparameters.of(drawn).optimiser().specName().equals("adam") ? 1e-3 : 3e-2;
        return drawn.with(Hyperparameters.LEARNING_RATE, rate);
    }

    private static List<Finding> findings(TrialTask task, Assignment assignment, Seed seed) {
        List<Finding> findings = new ArrayList<>();
        TrialJournal journal = (trial, event) -> {
            if (event instanceof TrialEvent.FindingMade made) {
                findings.add(made.finding());
            } else if (event instanceof TrialEvent.Failed failed && failed.cause() != FailureCause.NOT_FINITE) {
                throw new AssertionError(failed.reason());
            }
        };
        new TrialPipeline(task, journal, new MemoryArtefacts(), GateCache.NONE, () -> false).run(1, assignment, seed);
        return findings;
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.code() + ": " + finding.cause())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"digits, 3", "breast-cancer, 3", "fashion, 1", "vowel, 2", "diamonds, 1"})
    void customaryTrainings_raiseNoWarning(String name, int trials) {
        StudySpec spec = spec(name);
        PreparedData data = Studies.prepare(spec).data();
        TrialTask task = task(spec, data, spec.training());
        List<String> warnings = new ArrayList<>();
        for (int number = 1; number <= trials; number++) {
            Seed seed = new Seed(number);
            Assignment drawn = spec.space().getValue(new RandomSampler().propose(spec.space(), seed));
            warnings.addAll(codes(findings(task, customary(drawn), seed)));
        }

        assertThat(warnings).isEmpty();
    }

    @Test
    void rateThatIsFarTooHigh_isTheFirstFinding() {
        StudySpec spec = spec("digits");
        TrialTask task = task(spec, Studies.prepare(spec).data(), new TrainingSpec(8, null, ScheduleSpec.CONSTANT));
        Assignment high = spec.space().centre().with("optimiser", "adam").with("learning-rate", 3.0);

        List<Finding> findings = findings(task, high, new Seed(5));

        assertThat(findings.get(0).code()).isEqualTo("learning-rate-too-high");
        assertThat(findings).extracting(Finding::code).doesNotContain("learning-rate-too-low", "too-few-epochs");
    }

    @Test
    void rateThatIsFarTooLow_isTheFirstFinding() {
        StudySpec spec = spec("digits");
        TrialTask task = task(spec, Studies.prepare(spec).data(), new TrainingSpec(8, null, ScheduleSpec.CONSTANT));
        Assignment low = spec.space().centre().with("optimiser", "sgd").with("learning-rate", 1e-6);

        List<Finding> findings = findings(task, low, new Seed(5));

        assertThat(findings.get(0).code()).isEqualTo("learning-rate-too-low");
        assertThat(findings).extracting(Finding::code).doesNotContain("learning-rate-too-high", "too-little-capacity");
    }

    @Test
    void decayThatOutweighsTheLoss_isTheFirstFinding() {
        StudySpec spec = spec("digits");
        TrialTask task = task(spec, Studies.prepare(spec).data(), new TrainingSpec(8, null, ScheduleSpec.CONSTANT));
        Assignment decayed = spec.space()
                .centre()
                .with("optimiser", "sgd")
                .with("learning-rate", 0.03)
                .with("weight-decay", 5.0);

        List<Finding> findings = findings(task, decayed, new Seed(5));

        assertThat(findings.get(0).code()).isEqualTo(FindingCode.OVER_REGULARISED.specName());
    }
}

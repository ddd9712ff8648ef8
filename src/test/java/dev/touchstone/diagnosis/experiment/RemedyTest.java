package dev.touchstone.diagnosis.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.trial.ExperimentTrainer;
import dev.touchstone.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gains say of a hypothesis, where a training with half of the rate or less is worth what the test says. */
class RemedyTest {
    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    private final StringBuilder trained = new StringBuilder();

    private Conditions trial() throws IOException {
        StringBuilder csv = new StringBuilder("x,label\n");
        for (int row = 0; row < 2 * ROWS; row++) {
            csv.append(row).append(",l").append(row % 2).append('\n');
        }
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, csv);
        StudySpec spec = SpecFile.parse("""
                        data:
                          source: {csv: '%s', label: label}
                          split: {train: 0.5, validation: 0.5, test: 0, stratify: true}
                        model: {layers: [{output: {}}]}
                        space: {learning-rate: 0.1, optimiser: sgd}
                        objective: {metric: accuracy}
                        training: {rows-at-once: 2}
                        search: {trials: 1}
                        """.formatted(file), folder.resolve("spec.yaml"), Overrides.NONE)
                .spec();
        TrialTask task = spec.task(Studies.prepare(spec).data());
        return new ExperimentTrainer(task)
                .conditions(
                        new Assignment(Map.of("learning-rate", 0.1, "batch-size", 32, "optimiser", "sgd")),
                        new Seed(3));
    }

    /** Answers of which about a share is right, other ones with each seed. */
    private static Predictions answers(Conditions trained, double share) {
        Predictions answers = Predictions.right(trained.data().validation().targets(), 2);
        int[] order = trained.seed().derive("wrong").permutation(answers.rows());
        for (int place = 0; place < Math.round((1 - share) * order.length); place++) {
            answers.numbers()[2 * order[place]] = 1 - answers.numbers()[2 * order[place]];
            answers.numbers()[2 * order[place] + 1] = 1 - answers.numbers()[2 * order[place] + 1];
        }
        return answers;
    }

    private Tested tested(double own, double lower) throws IOException {
        return tested(OtherRate.lower(), conditions -> conditions.learningRate() < 0.1 ? lower : own);
    }

    private Tested tested(Experiment experiment, ToDoubleFunction<Conditions> shares) throws IOException {
        Conditions trial = trial();
        Judge judge = new Judge(
                Metric.named("accuracy").orElseThrow(),
                Direction.MAXIMISE,
                trial.data().validation().targets(),
                new Predictions(2, new float[2 * trial.data().validation().count()]));
        Workbench bench = new Workbench(
                trial,
                conditions -> {
                    trained.append(' ').append(conditions.learningRate());
                    return new Trained(answers(conditions, shares.applyAsDouble(conditions)), 100, null);
                },
                judge,
                line -> {});
        return experiment.carry(bench);
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.95, confirmed",
        "0.9, 0.6, refuted",
        "0.8, 0.79, unlikely",
        "0.99, 0.995, refuted",
    })
    void gain_decidesWhatIsLeftOfTheHypothesis(double own, double lower, String outcome) throws IOException {
        Tested tested = tested(own, lower);

        assertThat(tested.code()).isEqualTo(FindingCode.LEARNING_RATE_TOO_HIGH.specName());
        assertThat(tested.outcome().specName()).as(tested.words()).isEqualTo(outcome);
        assertThat(tested.words()).startsWith(outcome + ": ").contains("accuracy");
        assertThat(tested.outcome().speaksAgainst()).isEqualTo(!outcome.equals("confirmed"));
    }

    /** Both are far from right, and one is much better than the other. */
    @Test
    void gainOfMostThatIsLearnt_isConfirmedWhereTheSignalIsWeak() throws IOException {
        assertThat(tested(0.501, 0.58).outcome().specName()).isEqualTo("confirmed");
    }

    @Test
    void smallGain_speaksAgainstNothing() throws IOException {
        assertThat(tested(0.8, 0.815).outcome().specName()).isEqualTo("undecided");
    }

    @Test
    void trialThatEvenRightAnswersWouldNotBetter_isNotTrainedOtherwise() throws IOException {
        Tested tested = tested(0.99, 1);

        assertThat(tested.trainings()).isZero();
        assertThat(trained.toString()).doesNotContain("0.01");
        assertThat(tested.words()).startsWith("refuted: even with answers that are all right, accuracy 1 instead of");
    }

    @Test
    void gradientsOfFewRowsAtOnce_areMendedByThoseOfWholeBatches() throws IOException {
        Tested tested = tested(
                new OwnStatistics(),
                conditions -> conditions.training().gradients().rowsAtOnce() == null ? 0.9 : 0.6);

        assertThat(tested.words()).startsWith("confirmed: with gradients of whole batches");
    }
}

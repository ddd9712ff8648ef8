package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.Scores;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Shuffle;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses and output layers of the spec, from its text to networks that are trained on the data sets of this repository. */
class LossesOfRealDataTest {
    private static final String DIGITS = "csv: data/digits.csv, label: digit";
    private static final String TUMOURS = "csv: data/breast-cancer.csv, label: diagnosis";
    private static final String DIAMONDS = "csv: data/diamonds.csv, label: price";
    private static final Assignment USUAL = new Assignment(Map.of("learning-rate", 0.005, "batch-size", 32));
    private static final Seed SEED = new Seed(4);

    private static TrialTask task(String source, String output) {
        StudySpec spec = spec(source, output);
        return spec.task(Studies.prepare(spec).data());
    }

    private static StudySpec spec(String source, String output) {
        String text = """
                data: {source: {%s}}
                model:
                  layers:
                    - dense: {units: 32}
                    - output: {%s}
                space:
                  learning-rate: {choice: [0.005, 0.01]}
                  loss: {choice: [focal, mse]}
                training: {epochs: 3}
                """.formatted(source, output);
        return SpecFile.parse(
                        output.contains("$loss") ? text : text.replaceFirst("  loss: .*\n", ""),
                        Path.of("search-spaces/of-a-test.yaml"),
                        Overrides.NONE)
                .spec();
    }

    private static void train(Learner learner, TrialTask task, int steps) {
        Shuffle shuffle = new Shuffle(task.data().train(), 32, SEED);
        int[] order = shuffle.order(1);
        for (int step = 0; step < steps; step++) {
            Rows batch = shuffle.batch(order, step % shuffle.batchesAnEpoch());
            learner.step(List.of(
                    new Learner.Step(batch, 0.005, SEED.derive("step", step).value())));
        }
    }

    private static double value(Metric metric, Learner learner, Rows rows) {
        return metric.value(learner.predict(0, rows), rows.targets());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                DIGITS + " | loss: cross-entropy",
                DIGITS + " | 'loss: cross-entropy, class-weights: balanced'",
                DIGITS + " | loss: focal",
                DIGITS + " | 'loss: focal, gamma: 5'",
                TUMOURS + " | loss: cross-entropy",
                TUMOURS + " | loss: binary-cross-entropy",
                TUMOURS + " | 'loss: binary-cross-entropy, class-weights: {malignant: 5}'",
                TUMOURS + " | 'loss: focal, activation: sigmoid'",
                DIAMONDS + " | loss: mse",
                DIAMONDS + " | loss: mae",
                DIAMONDS + " | loss: huber",
                DIAMONDS + " | 'loss: huber, delta: 0.1'",
                DIAMONDS + " | loss: poisson",
            })
    void everyLoss_passesTheGatesAndTeaches(String source, String output) {
        TrialTask task = task(source, output);

        List<GateResult> results = new Gates(task.gates()).judge(task.subject(USUAL, SEED), result -> {});

        assertThat(results)
                .as("%s", results)
                .noneMatch(result -> result.verdict() == Verdict.REJECT)
                .hasSize(4);
        Metric metric = Metric.usual(task.data().task().kind());
        Rows validation = task.data().validation();
        double ofBaseline = metric.value(new Baseline(task.data()).predict(metric, validation), validation.targets());
        try (Learner learner = task.learners(USUAL).regularised(GateSubject.networkSeed(SEED))) {
            train(learner, task, 200);
            double reached = value(metric, learner, validation);
            if (metric == Metric.RMSE) {
                assertThat(reached).isLessThan(ofBaseline / 2);
            } else {
                assertThat(reached).isGreaterThan((1 + ofBaseline) / 2);
            }
        }
    }

    @Test
    void weightOfAClass_movesItsRecall() {
        double light = recall("loss: cross-entropy, class-weights: {malignant: 0.02}");
        double even = recall("loss: cross-entropy");
        double heavy = recall("loss: cross-entropy, class-weights: {malignant: 50}");

        assertThat(light).isLessThan(even);
        assertThat(even).isLessThan(heavy);
    }

    /** Of few steps: with many, tumours that are told apart anyway are told apart whatever they weigh. */
    private static double recall(String output) {
        TrialTask task = task(TUMOURS, output);
        int malignant = task.data().classNames().indexOf("malignant");
        Rows train = task.data().train();
        int[] of = IntStream.range(0, train.count())
                .filter(row -> train.labels()[row] == malignant)
                .toArray();
        try (Learner learner = task.learners(USUAL).regularised(GateSubject.networkSeed(SEED))) {
            train(learner, task, 20);
            return value(Metric.ACCURACY, learner, train.select(of));
        }
    }

    @Test
    void lossIsAChoiceOfTrials_whoseValuesMustSuitTheTask() {
        assertThatThrownBy(() -> task(DIGITS, "loss: $loss"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "model: output: mse is for regression, and the data are for classification (wrong-loss); use cross-entropy"
                                + " with softmax, or state data: {task: regression}");

        TrialTask task = task(DIGITS, "loss: $loss, allow-mismatch: true");
        try (Learner focal = task.learners(USUAL.with("loss", "focal")).plain(SEED);
                Learner squared = task.learners(USUAL.with("loss", "mse")).plain(SEED)) {
            assertThat(sums(focal, task)).allMatch(sum -> Math.abs(sum - 1) < 1e-3);
            assertThat(focal.inspect(0, task.data().validation()).outputSum()).isBetween(0.999, 1.001);
            assertThat(squared.inspect(0, task.data().validation()).outputSum()).isNotCloseTo(1, within(1e-3));
        }
    }

    private static List<Double> sums(Learner learner, TrialTask task) {
        Predictions answers = learner.predict(0, task.data().validation());
        return IntStream.range(0, answers.rows())
                .mapToObj(row -> IntStream.range(0, answers.answers())
                        .mapToDouble(label -> answers.probability(row, label))
                        .sum())
                .toList();
    }

    /** What no gate keeps from being trained where gates only advise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                DIGITS + " | 'loss: cross-entropy, activation: identity'",
                DIGITS + " | 'loss: cross-entropy, activation: sigmoid'",
                DIGITS + " | 'loss: binary-cross-entropy, activation: sigmoid'",
                DIGITS + " | 'loss: mse, activation: identity'",
                DIGITS + " | 'loss: mse, activation: sigmoid'",
                DIGITS + " | 'loss: mse, activation: relu'",
                DIGITS + " | 'loss: focal, activation: tanh'",
                DIGITS + " | 'loss: poisson, activation: softplus'",
                DIGITS + " | 'loss: huber, activation: softmax, class-weights: balanced'",
                TUMOURS + " | 'loss: binary-cross-entropy, activation: softmax'",
                TUMOURS + " | 'loss: binary-cross-entropy, activation: tanh'",
                DIAMONDS + " | 'loss: mse, activation: relu'",
                DIAMONDS + " | 'loss: mse, activation: sigmoid'",
                DIAMONDS + " | 'loss: mse, activation: softmax'",
                DIAMONDS + " | 'loss: cross-entropy, activation: identity'",
                DIAMONDS + " | 'loss: poisson, activation: identity'",
            })
    void outputThatDoesNotFit_isRefusedUnlessAllowed_andThenJudgedAndScored(String source, String output) {
        assertThatThrownBy(() -> task(source, output)).isInstanceOf(RuntimeException.class);
        TrialTask task = task(source, output + ", allow-mismatch: true");
        Rows validation = task.data().validation();

        List<GateResult> results = new Gates(task.gates()).judge(task.subject(USUAL, SEED), result -> {});

        assertThat(results).isNotEmpty().noneMatch(result -> result.reason().contains("fails on a batch"));
        try (Learner learner = task.learners(USUAL).regularised(GateSubject.networkSeed(SEED))) {
            train(learner, task, 20);
            Predictions answers = learner.predict(0, validation);
            Scores scores = Scores.of(answers, validation.targets(), SEED);
            boolean finite = IntStream.range(0, answers.rows()).allMatch(answers::isFinite);
            assertThat(scores.values().values()).allMatch(value -> Double.isFinite(value) == finite);
            if (finite && task.data().task() instanceof Task.Classification) {
                assertThat(sums(learner, task)).allMatch(sum -> Math.abs(sum - 1) <= 1e-3);
                assertThat(scores.values().get("cross-entropy")).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"activation: identity", "loss: mse, activation: identity", "loss: mse, activation: relu"})
    void outputsThatAreNoProbabilitiesOfTheirOwn_doNotPassTheBuildGate(String output) {
        TrialTask task = task(DIGITS, output + ", allow-mismatch: true");

        GateResult first = new Gates(task.gates())
                .judge(task.subject(USUAL, SEED), result -> {})
                .get(0);

        assertThat(first.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(first.reason()).contains("the output activation does not fit the loss");
    }

    @Test
    void countsAreLearntFromZero_andToldInTheirOwnUnit() {
        TrialTask task = task(DIAMONDS, "loss: poisson");
        double mean = ((Targets.Values) task.data().train().targets()).mean();
        try (Learner learner = task.learners(USUAL).plain(SEED)) {
            assertThat(learner.unit()).isEqualTo((double) (float) mean);
            train(learner, task, 200);
            Predictions answers = learner.predict(0, task.data().validation());
            double sum = IntStream.range(0, answers.rows())
                    .mapToDouble(answers::number)
                    .sum();

            assertThat(IntStream.range(0, answers.rows()).mapToDouble(answers::number))
                    .allMatch(number -> number >= 0);
            assertThat(sum / answers.rows()).isBetween(mean / 1.5, mean * 1.5);
        }
    }
}

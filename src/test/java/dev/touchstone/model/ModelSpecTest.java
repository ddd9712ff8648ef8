package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.Parameter;
import dev.touchstone.space.ParameterSpaces;
import dev.touchstone.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.OptionalAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelSpecTest {
    private static final Task LABELS = new Task.MultiLabel(List.of("even", "large", "hole"));
    private static final Task NUMBER = new Task.Regression(0, 1);
    private static final SearchSpace EMPTY = new SearchSpace(List.of());

    private static LayerSpec.Output output(@Nullable Setting loss, @Nullable ActivationFunction activation) {
        return new LayerSpec.Output(loss, activation, new Setting.Fixed(2), new Setting.Fixed(1), null, false);
    }

    private static Optional<String> misfit(LayerSpec.Output output, Task task) {
        return misfit(output, task, EMPTY);
    }

    private static Optional<String> misfit(LayerSpec.Output output, Task task, SearchSpace space) {
        return new ModelSpec(List.of(output)).check(task, new Targets.Values(new float[] {0, 3}), space);
    }

    private static OptionalAssert<String> misfit(LossFunction loss, Task task) {
        return assertThat(misfit(new LayerSpec.Output(loss), task));
    }

    @ParameterizedTest
    @CsvSource({
        "cross-entropy,        softmax",
        "binary-cross-entropy, sigmoid",
        "focal,                softmax",
        "focal,                sigmoid",
    })
    void lossesOfClasses_suitTwoClasses_andOnlySoftmaxSuitsMore(String loss, String activation) {
        LayerSpec.Output output = output(
                new Setting.Fixed(loss), ActivationFunction.named(activation).orElseThrow());

        assertThat(misfit(output, Tasks.classes(2))).isEmpty();
        assertThat(misfit(output, Tasks.classes(3)).isPresent()).isEqualTo(activation.equals("sigmoid"));
    }

    @Test
    void probabilityOfTwoClasses_isToldWhereThereAreMore() {
        misfit(LossFunction.BINARY_CROSS_ENTROPY, Tasks.classes(3))
                .contains(
                        "model: output: binary-cross-entropy is for two classes and the data have 3 (wrong-loss); use cross-entropy"
                                + " with softmax");
        assertThat(misfit(output(new Setting.Fixed("focal"), ActivationFunction.SIGMOID), Tasks.classes(3)))
                .contains(
                        "model: output: focal with sigmoid is for two classes and the data have 3 (wrong-loss); use focal with"
                                + " softmax");
    }

    @Test
    void outputWithoutALoss_suitsEveryTask() {
        LayerSpec.Output open = new LayerSpec.Output(null);

        assertThat(misfit(open, Tasks.classes(2))).isEmpty();
        assertThat(misfit(open, NUMBER)).isEmpty();
        assertThat(misfit(open, LABELS)).isEmpty();
    }

    @Test
    void severalLabels_wantAProbabilityEach() {
        misfit(LossFunction.BINARY_CROSS_ENTROPY, LABELS).isEmpty();
        misfit(LossFunction.FOCAL, LABELS).isEmpty();
        misfit(LossFunction.CROSS_ENTROPY, LABELS)
                .contains(
                        "model: output: cross-entropy is for classification, and the data are for multi-label (wrong-loss); use"
                                + " binary-cross-entropy with sigmoid");
        assertThat(misfit(output(new Setting.Fixed("focal"), ActivationFunction.SOFTMAX), LABELS))
                .contains(
                        "model: output: focal with softmax is for classification, and the data are for multi-label (wrong-output-activation); use"
                                + " sigmoid");
    }

    @ParameterizedTest
    @EnumSource(LossFunction.class)
    void loss_suitsItsTasksAndNoOther(LossFunction loss) {
        misfit(loss, Tasks.classes(2)).matches(flaw -> flaw.isEmpty() == loss.suits(Task.Kind.CLASSIFICATION));
        misfit(loss, NUMBER).matches(flaw -> flaw.isEmpty() == loss.suits(Task.Kind.REGRESSION));
        misfit(loss, LABELS).matches(flaw -> flaw.isEmpty() == loss.suits(Task.Kind.MULTI_LABEL));
    }

    @Test
    void lossOfAnotherTask_isToldWithTheRightOne() {
        misfit(LossFunction.MSE, Tasks.classes(2))
                .contains(
                        "model: output: mse is for regression, and the data are for classification (wrong-loss); use cross-entropy"
                                + " with softmax, or state data: {task: regression}");
        misfit(LossFunction.CROSS_ENTROPY, NUMBER)
                .contains(
                        "model: output: cross-entropy is for classification, and the data are for regression (wrong-loss); use mse"
                                + " with identity, or state data: {task: classification}");
    }

    @Test
    void everyLossThatTrialsMayHave_mustSuit() {
        LayerSpec.Output chosen = output(new Setting.Reference("loss"), null);
        SearchSpace suits = new SearchSpace(
                List.of(new Parameter("loss", ParameterSpaces.choice(List.of("mse", "huber", "poisson")), null)));
        SearchSpace mixes = new SearchSpace(
                List.of(new Parameter("loss", ParameterSpaces.choice(List.of("mse", "huber", "focal")), null)));

        assertThat(misfit(chosen, NUMBER, suits)).isEmpty();
        assertThat(misfit(chosen, NUMBER, mixes))
                .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("model: output: focal is for classification"));
        assertThat(misfit(chosen, NUMBER, mixes.fix("loss", "mse"))).isEmpty();
    }

    @Test
    void countsBelowZero_areNone() {
        ModelSpec poisson = new ModelSpec(List.of(new LayerSpec.Output(LossFunction.POISSON)));

        assertThat(poisson.check(NUMBER, new Targets.Values(new float[] {0, 2.5f}), EMPTY))
                .isEmpty();
        assertThat(poisson.check(NUMBER, new Targets.Values(new float[] {4, -0.5f}), EMPTY))
                .contains(
                        "model: output: poisson is for counts, numbers from 0, and train has -0.5 (wrong-loss); use mse with"
                                + " identity");
    }

    @Test
    void outputThatAllowsAMismatch_suitsWhatever() {
        LayerSpec.Output faulty = new LayerSpec.Output(
                new Setting.Fixed("mse"),
                ActivationFunction.RELU,
                new Setting.Fixed(2),
                new Setting.Fixed(1),
                null,
                true);

        assertThat(misfit(faulty, Tasks.classes(5))).isEmpty();
        assertThat(misfit(faulty, LABELS)).isEmpty();
    }

    @Test
    void classWeights_areOfTheClassesThereAre() {
        LayerSpec.Output output = new LayerSpec.Output(null);
        LayerSpec.Output weighted = output.with(new ClassWeights.Stated(Map.of("malignnt", 2.0)));
        Task tumours = new Task.Classification(List.of("benign", "malignant"));

        assertThat(misfit(weighted, tumours))
                .contains("model: output: class-weights: there is no class 'malignnt'; did you mean 'malignant'?");
        assertThat(misfit(output.with(new ClassWeights.Stated(Map.of("malignant", 2.0))), tumours))
                .isEmpty();
        assertThat(misfit(output.with(new ClassWeights.Balanced()), NUMBER))
                .contains("model: output: class-weights: are for classes, and the data are for regression");
    }

    @Test
    void balancedWeights_makeTheClassesOfTrainCountAlike() {
        Task.Classification task = (Task.Classification) Tasks.classes(3);
        Targets.Classes train = new Targets.Classes(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 2});

        List<Double> weights = new ClassWeights.Balanced().fittedTo(task, train).of(task);

        assertThat(weights).hasSize(3);
        assertThat(6 * weights.get(0)).isCloseTo(3, within(1e-12));
        assertThat(2 * weights.get(1)).isCloseTo(3, within(1e-12));
        assertThat(1 * weights.get(2)).isCloseTo(3, within(1e-12));
    }

    @Test
    void statedWeights_leaveOtherClassesAtOne() {
        Task.Classification task = (Task.Classification) Tasks.classes(3);

        assertThat(new ClassWeights.Stated(Map.of("1", 4.0)).of(task)).containsExactly(1.0, 4.0, 1.0);
    }
}

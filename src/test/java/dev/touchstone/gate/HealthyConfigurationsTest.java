package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.metric.Metric;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.Optimiser;
import dev.touchstone.model.OptimiserSetting;
import dev.touchstone.model.Setting;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No gate rejects what textbooks would train. The configurations are those that the seeds draw, none left out; only the
 * learning rate is drawn from each optimiser's customary range instead of the spec's deliberately wide one.
 */
class HealthyConfigurationsTest {
    private static final int CONFIGURATIONS = 20;

    private static final int CONFIGURATIONS_OF_AN_OPTIMISER = 3;

    private static final int CONFIGURATIONS_OF_CONVOLUTIONS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"digits", "breast-cancer", "fashion"})
    void configurationsOfTheSpec_passEveryGateAtCustomaryRates(String name) {
        StudySpec spec = spec(name);
        TrialTask task = spec.task(Studies.prepare(spec).data());
        List<String> rejections = new ArrayList<>();
        for (int number = 1; number <= CONFIGURATIONS; number++) {
            Seed seed = new Seed(number);
            rejections.addAll(rejections(task, assignment(spec, seed), seed));
        }

        assertThat(rejections).isEmpty();
    }

    @Test
    void networksOfOneToFiveLayersAndAnyActivation_passEveryGate() {
        StudySpec spec = spec("digits");
        PreparedData data = Studies.prepare(spec).data();
        List<String> rejections = new ArrayList<>();
        for (int number = 1; number <= CONFIGURATIONS; number++) {
            Seed seed = new Seed(number);
            TrialTask task = new TrialTask(
                    data,
                    AugmentationSpec.NONE,
                    network(seed),
                    spec.gates(),
                    spec.training(),
                    Metric.ACCURACY,
                    Metric.ACCURACY.direction());
            rejections.addAll(rejections(task, assignment(spec, seed), seed));
        }

        assertThat(rejections).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void everyOptimiser_passesEveryGateAtCustomaryRates(Optimiser optimiser) {
        StudySpec spec = spec("digits");
        TrialTask task = spec.task(Studies.prepare(spec).data());
        List<String> rejections = new ArrayList<>();
        for (int number = 1; number <= CONFIGURATIONS_OF_AN_OPTIMISER; number++) {
            Seed seed = new Seed(number);
            Assignment drawn = spec.space().getValue(new RandomSampler().propose(spec.space(), seed));
            Assignment assignment = drawn.with(Hyperparameters.OPTIMISER, optimiser.specName());
            rejections.addAll(rejections(task, atCustomaryRate(assignment, seed), seed));
        }

        assertThat(rejections).isEmpty();
    }

    /** A layer behind a sum or a pooling was once held against the layer before instead of what it takes. */
    @ParameterizedTest
    @ValueSource(strings = {"splice-convolutional", "fashion-convolutional"})
    void convolutionsAndSums_startSound(String name) {
        StudySpec spec = spec(name);
        TrialTask task = spec.task(Studies.prepare(spec).data());
        List<String> rejections = new ArrayList<>();
        for (int number = 1; number <= CONFIGURATIONS_OF_CONVOLUTIONS; number++) {
            Seed seed = new Seed(number);
            Judgement judgement = new InitialisationGate().judge(task.subject(assignment(spec, seed), seed));
            if (judgement.verdict() == Verdict.REJECT) {
                rejections.add(seed + ": " + judgement.reason());
            }
        }

        assertThat(rejections).isEmpty();
    }

    private static StudySpec spec(String name) {
        return SpecFile.read(Path.of("search-spaces", name + ".yaml"), Overrides.NONE)
                .spec();
    }

    private static List<String> rejections(TrialTask task, Assignment assignment, Seed seed) {
        List<String> rejections = new ArrayList<>();
        new Gates(GateSpec.DEFAULT).judge(task.subject(assignment, seed), result -> {
            if (result.verdict() == Verdict.REJECT || result.verdict() == Verdict.INCONCLUSIVE) {
                rejections.add(seed + ", " + assignment + ": " + result.gate() + ": " + result.reason());
            }
        });
        return rejections;
    }

    private static Assignment assignment(StudySpec spec, Seed seed) {
        return atCustomaryRate(spec.space().getValue(new RandomSampler().propose(spec.space(), seed)), seed);
    }

    private static Assignment atCustomaryRate(Assignment drawn, Seed seed) {
        Hyperparameters hyperparameters = Hyperparameters.of(drawn);
        SplittableRandom random = seed.derive("rate").random();
        double rate = switch (hyperparameters.optimiser()) {
            case SGD -> logUniform(random, 0.01, 0.3);
            // What momentum multiplies, the rate is divided by.
            case NESTEROVS ->
                logUniform(random, 0.01, 0.3) * (1 - hyperparameters.settings().get(OptimiserSetting.MOMENTUM));
            case ADAGRAD -> logUniform(random, 0.01, 0.1);
            case ADADELTA -> logUniform(random, 0.3, 3);
            case RMSPROP -> logUniform(random, 3e-4, 3e-3);
            case ADAM, AMSGRAD, NADAM, ADAMAX, ADABELIEF -> logUniform(random, 3e-4, 1e-2);
        };
        return drawn.with(Hyperparameters.LEARNING_RATE, rate);
    }

    private static ModelSpec network(Seed seed) {
        SplittableRandom random = seed.derive("network-of-the-test").random();
        List<String> activations = List.of("relu", "leaky-relu", "elu", "selu", "gelu", "swish", "tanh");
        String activation = activations.get(random.nextInt(activations.size()));
        List<LayerSpec> layers = new ArrayList<>();
        for (int depth = random.nextInt(1, 6); depth > 0; depth--) {
            layers.add(new LayerSpec.Dense(new Setting.Fixed(random.nextInt(16, 129)), new Setting.Fixed(activation)));
        }
        layers.add(new LayerSpec.Output(LossFunction.CROSS_ENTROPY));
        return new ModelSpec(layers);
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}

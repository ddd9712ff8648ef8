package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataSpec;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Source;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.model.ActivationFunction;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.Optimiser;
import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Dl4jLearners;
import dev.touchstone.training.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No gate rejects what textbooks would train: networks of one to three layers with rates in each optimiser's customary
 * range, on the data of the three specs. The configurations are drawn by seeds 1 to 20, none left out.
 */
class HealthyConfigurationsTest {
    private static final int CONFIGURATIONS = 20;
    private static final int EPOCHS = 20;

    static Stream<Arguments> data() {
        Path folder = Path.of("search-spaces", "data").toAbsolutePath();
        return Stream.of(
                Arguments.of(
                        "digits", new Source.Csv(folder.resolve("digits.csv"), "digit"), Normalisation.STANDARDISE),
                Arguments.of(
                        "breast-cancer",
                        new Source.Csv(folder.resolve("breast-cancer.csv"), "diagnosis"),
                        Normalisation.STANDARDISE),
                Arguments.of(
                        "fashion",
                        new Source.Idx(
                                folder.resolve("fashion-4000-images-idx3-ubyte.gz"),
                                folder.resolve("fashion-4000-labels-idx1-ubyte.gz")),
                        Normalisation.MIN_MAX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    void healthyConfiguration_passesEveryGate(String name, Source source, Normalisation normalisation) {
        PreparedData data = DataPreparation.prepare(new DataSpec(source, List.of(), SplitSpec.DEFAULT, normalisation))
                .data();
        List<String> rejected = new ArrayList<>();
        for (int seed = 1; seed <= CONFIGURATIONS; seed++) {
            String configuration = name + ", seed " + seed;
            new Gates(GateSpec.DEFAULT).judge(subject(data, new Seed(seed)), result -> {
                if (result.verdict() == Verdict.REJECT || result.verdict() == Verdict.INCONCLUSIVE) {
                    rejected.add(configuration + ": " + result.gate() + ": " + result.reason());
                }
            });
        }

        assertThat(rejected).isEmpty();
    }

    private static GateSubject subject(PreparedData data, Seed seed) {
        SplittableRandom random = seed.derive("configuration").random();
        String activation = random.nextBoolean() ? "relu" : "tanh";
        int width = random.nextInt(16, 129);
        List<LayerSpec> layers = new ArrayList<>();
        for (int depth = random.nextInt(1, 4); depth > 0; depth--) {
            layers.add(new LayerSpec.Dense(new Setting.Fixed(width), new Setting.Fixed(activation)));
            layers.add(new LayerSpec.Dropout(new Setting.Fixed(random.nextDouble(0, 0.5))));
        }
        layers.add(new LayerSpec.Output(LossFunction.CROSS_ENTROPY, ActivationFunction.SOFTMAX));
        Optimiser optimiser = List.of(Optimiser.values()).get(random.nextInt(Optimiser.values().length));
        double rate = switch (optimiser) {
            case SGD -> logUniform(random, 0.01, 0.3);
            case NESTEROVS -> logUniform(random, 0.002, 0.05);
            case ADAM -> logUniform(random, 3e-4, 1e-2);
        };
        int batchSize = 16 << random.nextInt(3);
        Assignment assignment = new Assignment(Map.of(
                "learning-rate",
                rate,
                "batch-size",
                batchSize,
                "weight-decay",
                logUniform(random, 1e-6, 1e-2),
                "optimiser",
                optimiser.specName(),
                "momentum",
                0.9));
        NetworkBuilder builder =
                new NetworkBuilder(new ModelSpec(layers), data.train().width(), data.classes());
        long iterations = (long) EPOCHS * ((data.train().count() + batchSize - 1) / batchSize);
        GateSubject.Plan plan = new GateSubject.Plan(
                rate, batchSize, optimiser == Optimiser.NESTEROVS ? 0.9 : 0, iterations, Schedule.COSINE);
        return new GateSubject(new Dl4jLearners(builder, assignment), data.train(), data.classes(), plan, seed);
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}

package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.RegularisationSpec;
import dev.touchstone.model.Setting;
import dev.touchstone.model.layer.DropoutKind;
import dev.touchstone.space.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Two overlapping clouds of points, and small networks that tell them apart. */
final class SmallTask {
    static final int WIDTH = 4;
    static final int UNITS = 6;
    static final int CLASSES = 2;

    private SmallTask() {}

    /** Rows of unit spread around 1 for class 1 and around -1 for class 0, in turn. */
    static Rows rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] features = new float[count * WIDTH];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = row % CLASSES;
            for (int i = 0; i < WIDTH; i++) {
                features[row * WIDTH + i] = (float) (2 * labels[row] - 1 + random.nextGaussian());
            }
        }
        return new Rows(WIDTH, features, labels);
    }

    static LayerSpec dense(String activation) {
        return new LayerSpec.Dense(new Setting.Fixed(UNITS), new Setting.Fixed(activation));
    }

    static LayerSpec dropout(double rate) {
        return new LayerSpec.Dropout(new Setting.Fixed(rate));
    }

    static LayerSpec dropout(double rate, DropoutKind kind) {
        return new LayerSpec.Dropout(new Setting.Fixed(rate), new Setting.Fixed(kind.specName()));
    }

    /** Learners whose section {@code regularisation} holds these numbers, with Adam. */
    static Learners regularised(Map<String, Double> regularisation, GradientRules gradients, LayerSpec... hidden) {
        Map<String, Setting> settings = new HashMap<>();
        regularisation.forEach((key, value) -> settings.put(key, new Setting.Fixed(value)));
        List<LayerSpec> layers = new ArrayList<>(List.of(hidden));
        layers.add(new LayerSpec.Output(LossFunction.CROSS_ENTROPY));
        ModelSpec model = new ModelSpec(layers).regularisedBy(new RegularisationSpec(settings));
        return new Dl4jLearners(
                new NetworkBuilder(model, List.of(WIDTH), Tasks.classes(CLASSES)), new Assignment(Map.of()), gradients);
    }

    /** Learners of hidden layers and a softmax output. */
    static Learners learners(Map<String, Object> hyperparameters, LayerSpec... hidden) {
        LayerSpec output = new LayerSpec.Output(LossFunction.CROSS_ENTROPY);
        return withOutput(output, hyperparameters, hidden);
    }

    static Learners withOutput(LayerSpec output, Map<String, Object> hyperparameters, LayerSpec... hidden) {
        List<LayerSpec> layers = new ArrayList<>(List.of(hidden));
        layers.add(output);
        NetworkBuilder builder = new NetworkBuilder(new ModelSpec(layers), List.of(WIDTH), Tasks.classes(CLASSES));
        return new Dl4jLearners(builder, new Assignment(hyperparameters));
    }
}

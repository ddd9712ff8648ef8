package dev.touchstone.bench.range;

import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Data, a network, an optimiser and a batch size.
 *
 * @param name unique
 * @param assignment all but the learning rate
 */
record RangeCase(String name, TrialTask task, Assignment assignment) {
    private static final List<String> OPTIMISERS = List.of("nesterovs", "adam", "rmsprop");
    private static final List<Integer> BATCH_SIZES = List.of(16, 32, 64);

    private static final Architecture SHALLOW = new Architecture("1x32-relu", 1, 32, "relu", false);
    private static final Architecture NORMALISED = new Architecture("2x24-relu-normalised", 2, 24, "relu", true);
    private static final Architecture DEEP = new Architecture("3x24-tanh", 3, 24, "tanh", false);
    private static final Architecture DEEPEST = new Architecture("4x16-elu", 4, 16, "elu", false);

    /** What the dense specs leave open. */
    private record Architecture(String name, int depth, int width, String activation, boolean normalised) {
        Map<String, Object> values() {
            return Map.of("depth", depth, "width", width, "activation", activation, "normalised", normalised);
        }
    }

    /** 3 data sets, 4 networks each, 3 optimisers, 3 batch sizes. */
    static List<RangeCase> all() {
        List<RangeCase> cases = new ArrayList<>();
        for (String data : List.of("vowel", "diamonds")) {
            TrialTask task = task(data);
            for (Architecture architecture : List.of(SHALLOW, NORMALISED, DEEP, DEEPEST)) {
                add(cases, data + " " + architecture.name(), task, architecture.values());
            }
        }
        TrialTask digits = task("digits");
        for (Architecture architecture : List.of(SHALLOW, NORMALISED, DEEP)) {
            add(cases, "digits " + architecture.name(), digits, architecture.values());
        }
        add(cases, "digits convolutional", task("digits-convolutional"), Map.of());
        return cases;
    }

    private static TrialTask task(String spec) {
        Path file = Path.of("src", "bench", "range", spec + ".yaml");
        StudySpec read = SpecFile.read(file, Overrides.NONE).spec();
        return read.task(Studies.prepare(read).data());
    }

    private static void add(List<RangeCase> cases, String network, TrialTask task, Map<String, Object> values) {
        for (String optimiser : OPTIMISERS) {
            for (int batchSize : BATCH_SIZES) {
                Assignment assignment = new Assignment(values)
                        .with(Hyperparameters.OPTIMISER, optimiser)
                        .with(Hyperparameters.BATCH_SIZE, batchSize);
                cases.add(new RangeCase(network + " " + optimiser + " " + batchSize, task, assignment));
            }
        }
    }

    Assignment at(double rate) {
        return assignment.with(Hyperparameters.LEARNING_RATE, rate);
    }
}

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
import java.util.HashMap;
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

    private static final Map<String, Object> SHALLOW = architecture(1, 32, "relu", false);
    private static final Map<String, Object> NORMALISED = architecture(2, 24, "relu", true);
    private static final Map<String, Object> DEEP = architecture(3, 24, "tanh", false);
    private static final Map<String, Object> DEEPEST = architecture(4, 16, "elu", false);

    private static final List<Network> NETWORKS = List.of(
            new Network("vowel 1x32-relu", "vowel", SHALLOW),
            new Network("diamonds 1x32-relu", "diamonds", SHALLOW),
            new Network("digits 1x32-relu", "digits", SHALLOW),
            new Network("vowel 2x24-relu-normalised", "vowel", NORMALISED),
            new Network("diamonds 2x24-relu-normalised", "diamonds", NORMALISED),
            new Network("digits 2x24-relu-normalised", "digits", NORMALISED),
            new Network("vowel 3x24-tanh", "vowel", DEEP),
            new Network("diamonds 3x24-tanh", "diamonds", DEEP),
            new Network("digits 3x24-tanh", "digits", DEEP),
            new Network("vowel 4x16-elu", "vowel", DEEPEST),
            new Network("diamonds 4x16-elu", "diamonds", DEEPEST),
            new Network("digits convolutional", "digits-convolutional", Map.of()));

    /** @param architecture what the spec leaves open */
    private record Network(String name, String spec, Map<String, Object> architecture) {}

    private static Map<String, Object> architecture(int depth, int width, String activation, boolean normalised) {
        return Map.of("depth", depth, "width", width, "activation", activation, "normalised", normalised);
    }

    /**
     * 3 data sets, 4 networks each, 3 optimisers, 3 batch sizes; the data sets in turns, so that what an interrupted
     * benchmark has is of all of them.
     */
    static List<RangeCase> all() {
        Map<String, TrialTask> tasks = new HashMap<>();
        List<RangeCase> cases = new ArrayList<>();
        for (String optimiser : OPTIMISERS) {
            for (int batchSize : BATCH_SIZES) {
                for (Network network : NETWORKS) {
                    Assignment assignment = new Assignment(network.architecture())
                            .with(Hyperparameters.OPTIMISER, optimiser)
                            .with(Hyperparameters.BATCH_SIZE, batchSize);
                    cases.add(new RangeCase(
                            network.name() + " " + optimiser + " " + batchSize,
                            tasks.computeIfAbsent(network.spec(), RangeCase::task),
                            assignment));
                }
            }
        }
        return cases;
    }

    private static TrialTask task(String spec) {
        Path file = Path.of("src", "bench", "range", spec + ".yaml");
        StudySpec read = SpecFile.read(file, Overrides.NONE).spec();
        return read.task(Studies.prepare(read).data());
    }

    Assignment at(double rate) {
        return assignment.with(Hyperparameters.LEARNING_RATE, rate);
    }
}

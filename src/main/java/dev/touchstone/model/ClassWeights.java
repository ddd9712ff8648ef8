package dev.touchstone.model;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much a row counts in training by its class. */
public sealed interface ClassWeights {
    /** The weights for a train split. */
    Stated fittedTo(Task.Classification task, Targets.Classes train);

    /** What is wrong with them for the classes, in words; nothing when all is well. */
    Optional<String> misfit(Task.Classification task);

    /**
     * As many rows as there are, divided by those of the class and by the number of classes, so that all classes count alike
     * and a row 1 on average (King and Zeng 2001; scikit-learn's {@code balanced}).
     */
    record Balanced() implements ClassWeights {
        @Override
        public Stated fittedTo(Task.Classification task, Targets.Classes train) {
            int[] rows = new int[task.answers()];
            for (int label : train.labels()) {
                rows[label]++;
            }
            Map<String, Double> weights = new LinkedHashMap<>();
            for (int label = 0; label < rows.length; label++) {
                // A class without a row has any weight: nothing is counted by it.
                double share = (double) Math.max(1, rows[label]) * rows.length;
                weights.put(task.classNames().get(label), train.count() / share);
            }
            return new Stated(weights);
        }

        @Override
        public Optional<String> misfit(Task.Classification task) {
            return Optional.empty();
        }
    }

    /** @param byName of the classes that are named, from 0; others weigh 1 */
    record Stated(Map<String, Double> byName) implements ClassWeights {
        @Override
        public Stated fittedTo(Task.Classification task, Targets.Classes train) {
            return this;
        }

        @Override
        public Optional<String> misfit(Task.Classification task) {
            return byName.keySet().stream()
                    .filter(name -> !task.classNames().contains(name))
                    .findFirst()
                    .map(name -> "there is no class " + Quoted.of(name) + Nearest.hint(name, task.classNames()));
        }

        /** A weight for each class. */
        List<Double> of(Task.Classification task) {
            List<Double> weights = new ArrayList<>();
            task.classNames().forEach(name -> weights.add(byName.getOrDefault(name, 1.0)));
            return List.copyOf(weights);
        }
    }
}

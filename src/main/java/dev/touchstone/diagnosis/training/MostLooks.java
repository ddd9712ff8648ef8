package dev.touchstone.diagnosis.training;

import dev.touchstone.training.TrainingLook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What layers show in most looks at a network. */
final class MostLooks {
    private static final double HALF = 0.5;

    private MostLooks() {}

    /** The name of a hidden layer that shows something in most looks. */
    static Optional<String> hidden(List<TrainingLook> looks, Predicate<TrainingLook.LayerLook> shows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TrainingLook look : looks) {
            List<TrainingLook.LayerLook> layers = look.layers();
            layers.subList(0, layers.size() - 1).stream()
                    .filter(shows)
                    .forEach(layer -> counts.merge(layer.name(), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(layer -> layer.getValue() > looks.size() * HALF)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The name of a hidden layer of which all units give 0 for every row of most looks. */
    static Optional<String> allDead(List<TrainingLook> looks) {
        return hidden(looks, layer -> layer.deadShare() == 1);
    }

    /** Whether most looks at a network of several layers show something of its first and last. */
    static boolean most(List<TrainingLook> looks, BiPredicate<TrainingLook.LayerLook, TrainingLook.LayerLook> shows) {
        long showing = looks.stream()
                .filter(look -> look.layers().size() > 1)
                .filter(look -> shows.test(
                        look.layers().get(0), look.layers().get(look.layers().size() - 1)))
                .count();
        return showing > looks.size() * HALF;
    }
}

package dev.touchstone.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One kind of fault that can be seeded into a program.
 *
 * @param name unique, kebab-case
 * @param area what it is a fault of
 * @param causes codes of findings that name it
 * @param suits programs that can have it
 * @param strengths from weak to strong
 */
record FaultKind(
        String name, Area area, Set<String> causes, Harm harm, Predicate<Program> suits, List<Strength> strengths) {
    enum Area {
        DATA,
        LABELS,
        SPLIT,
        PREPROCESSING,
        LOSS,
        OUTPUT,
        ACTIVATION,
        INITIALISATION,
        OPTIMISER,
        LEARNING_RATE,
        BATCH,
        SCHEDULE,
        REGULARISATION,
        AUGMENTATION,
        FROZEN,
        EARLY_STOPPING,
        LENGTH,
        CAPACITY,
        METRIC
    }

    /** How a program is changed. */
    interface Change {
        void in(Draft draft, SplittableRandom random);
    }

    /** @param words what tells it from others of its kind */
    record Strength(String words, Change change) {}

    static FaultKind of(String name, Area area, String... causes) {
        return new FaultKind(
                name, area, new TreeSet<>(List.of(causes)), Harm.WORSE, program -> true, List.of());
    }

    FaultKind harming(Harm what) {
        return new FaultKind(name, area, causes, what, suits, strengths);
    }

    /** Only of such programs. */
    FaultKind in(Predicate<Program> programs) {
        return new FaultKind(name, area, causes, harm, suits.and(programs), strengths);
    }

    FaultKind at(String words, Change change) {
        List<Strength> more = new ArrayList<>(strengths);
        more.add(new Strength(words, change));
        return new FaultKind(name, area, causes, harm, suits, List.copyOf(more));
    }

    /** A strength that draws nothing. */
    FaultKind as(String words, Consumer<Draft> change) {
        return at(words, (draft, random) -> change.accept(draft));
    }
}

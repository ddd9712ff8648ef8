package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which faults are seeded into which programs, and which healthy trainings stand beside them, in an order of which every
 * beginning is a fair sample: in each round every kind of fault meets one more program, in another strength, and every
 * program is trained some times as it is. The draws are seeded.
 */
record Sample(List<Item> items) {
    private static final Seed SEED = new Seed(8);

    /** Samples of the data that healthy programs are trained on; faults are seeded into the first. */
    private static final int SPLITS = 5;

    /** @param seed of the training; faults are judged by several, which the item does not name */
    record Item(Seeded seeded, int split, int seed) {
        boolean isHealthy() {
            return seeded.kind() == null;
        }
    }

    static Sample of(Wanted wanted) {
        List<Program> programs = wanted.chosenPrograms();
        List<FaultKind> kinds = wanted.chosenKinds();
        Set<Item> items = new LinkedHashSet<>();
        for (int round = 0; round < wanted.rounds(); round++) {
            for (int each : SEED.derive("order", round).permutation(kinds.size())) {
                faulty(kinds.get(each), programs, round).ifPresent(items::add);
            }
            int to = wanted.healthy() * (round + 1) / wanted.rounds();
            for (int run = wanted.healthy() * round / wanted.rounds(); run < to; run++) {
                for (Program program : programs) {
                    items.add(new Item(Seeded.healthy(program), run / SPLITS + 1, run % SPLITS + 1));
                }
            }
        }
        return new Sample(new ArrayList<>(items));
    }

    private static Optional<Item> faulty(FaultKind kind, List<Program> programs, int round) {
        List<Program> suitable = programs.stream().filter(kind.suits()).toList();
        int strengths = kind.strengths().size();
        if (round >= suitable.size() * strengths) {
            return Optional.empty(); // all pairs have come
        }
        Seed own = SEED.derive(kind.name());
        Program program = suitable.get(own.permutation(suitable.size())[round % suitable.size()]);
        int first = own.derive("strength").permutation(strengths)[0];
        int strength = (first + round + round / suitable.size()) % strengths;
        return Optional.of(new Item(new Seeded(program, kind, strength), 1, 1));
    }
}

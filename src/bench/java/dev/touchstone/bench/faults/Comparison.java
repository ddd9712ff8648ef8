package dev.touchstone.bench.faults;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/** A program's trainings beside those with a fault. */
final class Comparison {
    private final Harm harm;
    private final double sign;
    private final double baseline;
    private final List<Run> healthy;
    private final List<Run> faulty;

    /** @param seeded with a fault */
    Comparison(Seeded seeded, List<Run> healthy, List<Run> faulty) {
        this.harm = Objects.requireNonNull(seeded.kind()).harm();
        this.sign = seeded.program().set().hasClasses() ? 1 : -1;
        this.baseline = healthy.get(0).baseline();
        this.healthy = healthy;
        this.faulty = faulty;
    }

    double healthy() {
        return mean(healthy, this::worth);
    }

    double faulty() {
        return mean(faulty, this::worth);
    }

    /** A training that broke off, or does worse than the baseline, is worth as much as that, which anybody can have. */
    private double worth(Run run) {
        boolean learnt = sign * (run.value() - baseline) > 0;
        return learnt ? run.value() : baseline;
    }

    private static double mean(List<Run> runs, ToDoubleFunction<Run> number) {
        return StatUtils.mean(all(runs, number));
    }

    private static double[] all(List<Run> runs, ToDoubleFunction<Run> number) {
        return runs.stream().mapToDouble(number).toArray();
    }

    /** What does no harm to learning but to what is believed of it is never harmless. */
    Effect effect() {
        double way = sign * (healthy() - baseline);
        ToDoubleFunction<Run> good =
                switch (harm) {
                    case WORSE -> run -> sign * worth(run);
                    case FLATTERED -> run -> -sign * worth(run);
                    case UNCERTAIN -> run -> -run.halfWidth();
                };
        Effect effect = Effect.of(all(healthy, good), all(faulty, good), way);
        return harm != Harm.WORSE && effect == Effect.HARMLESS ? Effect.UNDECIDED : effect;
    }
}

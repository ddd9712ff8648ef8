package dev.touchstone.bench.faults;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What was said of faults whose cause did not come first, and of healthy runs: only of the half that settles rules. */
final class Misdiagnoses {
    private final PrintWriter out;

    Misdiagnoses(PrintWriter out) {
        this.out = out;
    }

    void print(List<Judged> all) {
        out.println("hurting faults whose cause is not named first");
        for (Judged judged : all) {
            if (judged.seeded().kind() != null
                    && judged.effect() == Effect.HURTS
                    && !judged.isFirst(judged.run().experimented())) {
                out.printf(
                        Locale.ROOT,
                        "  %s: %s, %.3g instead of %.3g%n    said: %s%n    true: %s%n",
                        judged.program(),
                        judged.seeded().fault(),
                        judged.faulty(),
                        judged.healthy(),
                        told(judged),
                        judged.seeded().kind().causes());
            }
        }
        out.println("alarms where nothing is the matter");
        for (Judged judged : all) {
            boolean experiments = judged.run().experimented();
            if (judged.effect() == Effect.HARMLESS && judged.alarms(experiments)) {
                out.printf(
                        Locale.ROOT,
                        "  %s: %s, split %d, seed %d: %s%n",
                        judged.program(),
                        judged.seeded().fault().isEmpty() ? "healthy" : judged.seeded().fault(),
                        judged.run().split(),
                        judged.run().seed(),
                        told(judged));
            }
        }
        out.println();
    }

    private static List<String> told(Judged judged) {
        return Ranking.of(judged.said(judged.run().experimented()));
    }
}

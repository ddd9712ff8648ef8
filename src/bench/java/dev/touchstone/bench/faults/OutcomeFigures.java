package dev.touchstone.bench.faults;

import dev.touchstone.diagnosis.experiment.Outcome;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How experiments came out, by whether the hypothesis is the true cause: what an outcome is worth as evidence is the ratio of
 * its shares. Of faults that hurt, and of trials with which nothing is the matter.
 */
final class OutcomeFigures {
    private static final String OPEN = "undecided";
    private static final String AGAINST = "spoken against";

    /** What a hypothesis is. */
    private enum Truth {
        TRUE,
        ANOTHER,
        NOTHING
    }

    /** What is counted together. */
    private record Case(Truth truth, String outcome) {}

    private final PrintWriter out;

    OutcomeFigures(PrintWriter out) {
        this.out = out;
    }

    void print(List<Judged> all) {
        Map<String, Map<Case, Integer>> counts = new HashMap<>();
        for (Judged judged : all) {
            if (judged.effect() != Effect.UNDECIDED) {
                judged.run()
                        .tried()
                        .forEach(tried -> counts.computeIfAbsent(tried.code(), first -> new HashMap<>())
                                .merge(new Case(truth(judged, tried), told(tried)), 1, Integer::sum));
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        out.println("experiments: confirmed, undecided, spoken against");
        out.printf("%-26s %14s %14s %20s%n", "on", "the true cause", "another", "nothing the matter");
        new TreeSet<>(counts.keySet()).forEach(code -> line(code, counts.get(code)));
        Map<Case, Integer> sums = new HashMap<>();
        counts.values().forEach(each -> each.forEach((one, count) -> sums.merge(one, count, Integer::sum)));
        line("all", sums);
        out.println();
    }

    private static Truth truth(Judged judged, Tried tried) {
        if (judged.effect() == Effect.HARMLESS || judged.seeded().kind() == null) {
            return Truth.NOTHING;
        }
        return judged.seeded().kind().causes().contains(tried.code()) ? Truth.TRUE : Truth.ANOTHER;
    }

    private static String told(Tried tried) {
        return Set.of(Outcome.REFUTED, Outcome.UNLIKELY).contains(tried.outcome()) ? AGAINST : tried.outcome();
    }

    private void line(String code, Map<Case, Integer> counts) {
        out.printf(
                Locale.ROOT,
                "%-26s %14s %14s %20s%n",
                code,
                of(counts, Truth.TRUE),
                of(counts, Truth.ANOTHER),
                of(counts, Truth.NOTHING));
    }

    private static String of(Map<Case, Integer> counts, Truth truth) {
        return String.join(
                " ",
                List.of(Outcome.CONFIRMED, OPEN, AGAINST).stream()
                        .map(outcome -> "%3d".formatted(counts.getOrDefault(new Case(truth, outcome), 0)))
                        .toList());
    }
}

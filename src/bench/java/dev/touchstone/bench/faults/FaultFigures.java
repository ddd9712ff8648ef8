package dev.touchstone.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Seeds faults, or goes on with it, and prints what is said of them. */
public final class FaultFigures {
    private final PrintWriter out;

    public FaultFigures(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints the figures of a half.
     *
     * @param folder where everything is kept to go on with
     * @param words see {@link Wanted}
     * @return whether they are those of the whole half that counts
     */
    public boolean print(Path folder, String... words) throws IOException {
        Wanted wanted = Wanted.of(words);
        List<Judged> all = new Bench(folder, wanted).judged();
        print(wanted, all);
        out.flush();
        return wanted.isWhole();
    }

    private void print(Wanted wanted, List<Judged> all) {
        List<Judged> faulty = where(all, judged -> judged.seeded().kind() != null);
        List<Judged> hurting = where(faulty, judged -> judged.effect() == Effect.HURTS);
        out.println(
                wanted.settles()
                        ? "programs that settle rules (these figures do not count): " + names(wanted)
                        : "programs that count: " + names(wanted));
        out.printf(
                Locale.ROOT,
                "%d kinds of fault, %d faults seeded: %d hurt, %d harmless, %d undecided (not counted)%n",
                faulty.stream().map(judged -> judged.seeded().kind()).distinct().count(),
                faulty.size(),
                hurting.size(),
                count(faulty, Effect.HARMLESS),
                count(faulty, Effect.UNDECIDED));
        out.println("rules alone");
        print(hurting, all, false);
        printTried(where(all, judged -> judged.run().experimented()), hurting);
        out.printf(
                Locale.ROOT,
                "time %.0f s of trials that were diagnosed, %.0f s of experiments%n%n",
                all.stream().mapToDouble(judged -> judged.run().seconds()).sum(),
                all.stream().mapToDouble(judged -> judged.run().experimentSeconds()).sum());
        new OutcomeFigures(out).print(all);
        printKinds(faulty);
        if (wanted.settles()) {
            new Misdiagnoses(out).print(all);
        }
    }

    private void printTried(List<Judged> tried, List<Judged> hurting) {
        if (!tried.isEmpty()) {
            List<Judged> triedHurting = where(tried, hurting::contains);
            out.println("of those that were experimented on, rules alone");
            print(triedHurting, tried, false);
            out.println("and with experiments");
            print(triedHurting, tried, true);
            out.println("  healthy, with an alarm that no experiment confirms "
                    + share(where(tried, judged -> judged.seeded().kind() == null), Judged::alarmsUnconfirmed));
            out.println("  decided by experiment        " + share(triedHurting, Judged::isDecidedByExperiment));
        }
    }

    private void print(List<Judged> hurting, List<Judged> all, boolean experiments) {
        out.println("  detected                     " + share(hurting, judged -> judged.alarms(experiments)));
        out.println("  true cause first             " + share(hurting, judged -> judged.isFirst(experiments)));
        out.println("  true cause among three       " + share(hurting, judged -> judged.isAmongFew(experiments)));
        List<Judged> sound = where(all, judged -> judged.seeded().kind() == null);
        List<Judged> harmless = where(
                all, judged -> judged.seeded().kind() != null && judged.effect() == Effect.HARMLESS);
        out.println("  alarms on healthy runs       " + share(sound, judged -> judged.alarms(experiments)));
        out.println("  alarms on harmless faults    " + share(harmless, judged -> judged.alarms(experiments)));
    }

    private void printKinds(List<Judged> faulty) {
        out.printf(
                "%-26s %6s %5s %8s %9s | %8s %5s %5s%n",
                "kind", "seeded", "hurt", "harmless", "undecided", "detected", "first", "three");
        for (FaultKind kind : Faults.ALL) {
            List<Judged> own = where(faulty, judged -> kind.equals(judged.seeded().kind()));
            List<Judged> hurting = where(own, judged -> judged.effect() == Effect.HURTS);
            if (!own.isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        "%-26s %6d %5d %8d %9d | %8d %5d %5d%n",
                        kind.name(),
                        own.size(),
                        hurting.size(),
                        count(own, Effect.HARMLESS),
                        count(own, Effect.UNDECIDED),
                        hurting.stream().filter(judged -> judged.alarms(false)).count(),
                        hurting.stream().filter(judged -> judged.isFirst(false)).count(),
                        hurting.stream().filter(judged -> judged.isAmongFew(false)).count());
            }
        }
        out.println();
    }

    private static String names(Wanted wanted) {
        return String.join(", ", wanted.chosenPrograms().stream().map(Program::name).toList());
    }

    private static long count(List<Judged> all, Effect effect) {
        return all.stream().filter(judged -> judged.effect() == effect).count();
    }

    private static List<Judged> where(List<Judged> all, Predicate<Judged> which) {
        return all.stream().filter(which).toList();
    }

    private static ClusteredShare share(List<Judged> all, Predicate<Judged> which) {
        return ClusteredShare.of(all, Judged::program, which);
    }
}

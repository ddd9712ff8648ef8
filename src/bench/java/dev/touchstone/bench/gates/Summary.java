package dev.touchstone.bench.gates;

import dev.touchstone.bench.Share;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Prints what gates did to some trials. */
record Summary(Collection<Fate> fates, PrintWriter out) {
    void print() {
        List<Fate> doomed = fates.stream().filter(Fate::isDoomed).toList();
        List<Fate> early = fates.stream().filter(Fate::isEarlyDoomed).toList();
        out.printf("  trials %d: good %d, doomed %d%n", fates.size(), count(Fate::good), doomed.size());
        out.printf("  good rejected                       %s%n", rejected(Fate::good));
        out.printf("  neither good nor doomed, rejected   %s%n", rejected(fate -> !fate.good() && !fate.isDoomed()));
        out.printf("  doomed rejected, cause shows early  %s%n", rejected(Fate::isEarlyDoomed));
        for (Cause cause : Cause.values()) {
            if (count(fate -> fate.isOf(cause)) > 0) {
                out.printf(
                        "    %s %-42s %s%n",
                        cause.showsEarly() ? "early" : "later", cause.words(), rejected(fate -> fate.isOf(cause)));
            }
        }
        out.printf("  doomed rejected, all                %s%n", rejected(Fate::isDoomed));
        printTime(doomed, early);
    }

    private void printTime(List<Fate> doomed, List<Fate> early) {
        double training = training(fates);
        double gates = gates(fates);
        double saved = training(fates.stream().filter(Fate::isRejected).toList());
        double doomedSaved = training(doomed.stream().filter(Fate::isRejected).toList());
        double earlySaved = training(early.stream().filter(Fate::isRejected).toList());
        List<Fate> sound = fates.stream()
                .filter(fate -> !fate.isDoomed() && !fate.isRejected())
                .toList();
        out.printf(
                Locale.ROOT,
                "  training %.0f s, gates %.0f s; with gates the sweep takes %.1f %% less%n",
                training,
                gates,
                100 * (saved - gates) / training);
        out.printf(
                Locale.ROOT,
                "  training of the doomed %.0f s, of which saved %s; of those whose cause shows early %.0f s, saved %s%n",
                training(doomed),
                percent(doomedSaved, training(doomed)),
                training(early),
                percent(earlySaved, training(early)));
        out.printf(
                Locale.ROOT,
                "  gates take %s of the doomed training time that they save; beside the %d sound trials (%.0f ms and"
                        + " %.0f iterations each) %.0f ms, %s of both%n",
                percent(gates, doomedSaved),
                sound.size(),
                1e3 * training(sound) / sound.size(),
                sound.stream().mapToInt(fate -> fate.trial().iterations()).average().orElse(0),
                1e3 * gates(sound) / sound.size(),
                percent(gates(sound), gates(sound) + training(sound)));
    }

    private int count(Predicate<Fate> which) {
        return (int) fates.stream().filter(which).count();
    }

    private Share rejected(Predicate<Fate> which) {
        return Share.of(fates.stream().filter(which).toList(), Fate::isRejected);
    }

    private static double training(Collection<Fate> fates) {
        return fates.stream().mapToDouble(fate -> fate.trial().trainingSeconds()).sum();
    }

    private static double gates(Collection<Fate> fates) {
        return fates.stream().mapToDouble(fate -> fate.trial().gateSeconds()).sum();
    }

    private static String percent(double part, double of) {
        return of == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100 * part / of);
    }
}

package dev.touchstone.bench.gates;

import dev.touchstone.gate.GateResult;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the trials that matter most one by one: good ones that were rejected, early doomed ones that were not. */
record Details(Collection<Fate> fates, PrintWriter out) {
    void print() {
        out.println("  rejected first by: " + byGate());
        fates.stream().filter(fate -> fate.good() && fate.isRejected()).forEach(fate -> line("good, rejected", fate));
        fates.stream()
                .filter(fate -> fate.isEarlyDoomed() && !fate.isRejected())
                .forEach(fate -> line("doomed, not rejected", fate));
    }

    private Map<String, Long> byGate() {
        return fates.stream()
                .filter(Fate::isRejected)
                .map(fate -> Objects.requireNonNull(fate.trial().rejection()).gate())
                .collect(Collectors.groupingBy(gate -> gate, TreeMap::new, Collectors.counting()));
    }

    private void line(String what, Fate fate) {
        GatedTrial trial = fate.trial();
        GateResult rejection = trial.rejection();
        out.printf(
                Locale.ROOT,
                "  %s: trial %d, value %.4g, %s%s%n",
                what,
                trial.record().number(),
                trial.value(),
                trial.record().proposed().canonical(),
                rejection == null
                        ? ", " + Objects.requireNonNull(fate.cause()).words()
                        : ": " + rejection.gate() + ": " + rejection.reason());
    }
}

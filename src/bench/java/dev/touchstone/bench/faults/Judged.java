package dev.touchstone.bench.faults;

import java.util.List;

/**
 * A fault in a program, or none, beside what was said.
 *
 * @param effect of a fault; harmless of none
 * @param healthy mean value of the program
 * @param faulty mean value with the fault
 */
record Judged(Seeded seeded, Effect effect, Run run, double healthy, double faulty) {
    private static final int FEW = 3;

    /** What is said of the trial, before or after experiments. */
    List<Said> said(boolean experiments) {
        return experiments && run.experimented() ? run.saidAfter() : run.said();
    }

    String program() {
        return seeded.program().name();
    }

    boolean alarms(boolean experiments) {
        return Said.alarms(said(experiments));
    }

    boolean isFirst(boolean experiments) {
        return isAmong(1, experiments);
    }

    boolean isAmongFew(boolean experiments) {
        return isAmong(FEW, experiments);
    }

    private boolean isAmong(int first, boolean experiments) {
        return seeded.kind() != null
                && Ranking.of(said(experiments)).stream()
                        .limit(first)
                        .anyMatch(seeded.kind().causes()::contains);
    }

    /** Whether it alarms, and no experiment has shown how it could be better. */
    boolean alarmsUnconfirmed() {
        return alarms(true) && run.saidAfter().stream().noneMatch(Said::confirmed);
    }

    /** Whether an experiment confirmed one of the true causes. */
    boolean isDecidedByExperiment() {
        return seeded.kind() != null
                && run.saidAfter().stream()
                        .anyMatch(said ->
                                said.confirmed() && seeded.kind().causes().contains(said.code()));
    }
}

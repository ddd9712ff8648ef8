package dev.touchstone.bench.gates;

import dev.touchstone.store.TrialRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Runs the studies of the benchmark, or goes on with them, and prints what gates did to their trials. */
public final class GateFigures {
    /** Trials that are swept again with the policies on reject. */
    private static final int SAMPLE = 40;

    /** Doomed trials of each study whose cause is looked for: the first ones, and trials are random. */
    private static final int EXAMINED = 40;

    private final Path folder;
    private final Draw draw;
    private final Function<GateStudy, GateStudy.Ended> how;
    private final Examination examination;
    private final PrintWriter out;
    private final List<Fate> counting = new ArrayList<>();

    private GateFigures(
            Path folder,
            Draw draw,
            Function<GateStudy, GateStudy.Ended> how,
            Examination examination,
            PrintWriter out) {
        this.folder = folder;
        this.draw = draw;
        this.how = how;
        this.examination = examination;
        this.out = out;
    }

    /**
     * Of studies that are run to their end.
     *
     * @param folder where everything is kept to go on with
     */
    public static GateFigures ofAll(Path folder, Draw draw, PrintWriter out) {
        return new GateFigures(folder, draw, GateStudy::run, (kept, trial, diagnosis) -> kept.getAtFirst(EXAMINED, trial, diagnosis::cause), out);
    }

    /** Of studies as far as they have come, with the causes that are known. */
    public static GateFigures ofKept(Path folder, PrintWriter out) {
        return new GateFigures(folder, Draw.OF_SPECS, GateStudy::asItIs, (kept, trial, diagnosis) -> kept.orUnexamined(trial), out);
    }

    /** @param names of the studies, all when there are none */
    public void print(String... names) throws IOException {
        print(ended -> TrialRecord::gates, names);
    }

    /** The same with what the gates of today say of the trials as they were trained. */
    public void printAgain(String... names) throws IOException {
        print(ended -> new Paced(ended.task()), names);
    }

    /** The same, judging only the trials again that one gate rejected; the others' verdicts must not have changed. */
    public void printAgainWhere(String gate, String... names) throws IOException {
        print(
                ended -> trial -> Rejudged.isRejected(trial, gate)
                        ? new Rejudged(ended.task()).gates(trial)
                        : trial.gates(),
                names);
    }

    private interface Judges {
        Judge of(GateStudy.Ended ended);
    }

    private void print(Judges judges, String... names) throws IOException {
        Files.createDirectories(folder);
        for (BenchedStudy study : BenchedStudy.ALL) {
            if (names.length == 0 || Arrays.asList(names).contains(study.name())) {
                print(study, judges);
            }
        }
        if (!counting.isEmpty()) {
            out.println("all that count");
            new Summary(counting, out).print();
        }
        out.flush();
    }

    private void print(BenchedStudy study, Judges judges) throws IOException {
        System.err.println(study.name());
        GateStudy.Ended ended = how.apply(new GateStudy(folder, study.spec(), draw));
        Judge judge = judges.of(ended);
        Fates fates = Fates.of(
                study.name(), ended, judge, examination, folder.resolve("causes-" + study.name() + ".txt"));
        FinishLine line = fates.line();
        out.printf(
                Locale.ROOT,
                "%s%s: %s of guessing %.4g, of the best trial %.4g; doomed unless beyond %.4g%n",
                study.name(),
                study.settles() ? " (thresholds may be settled on it, so it does not count)" : "",
                ended.task().metric().specName(),
                line.baseline(),
                line.best(),
                line.value());
        judge.pace()
                .ifPresent(pace -> out.printf(
                        Locale.ROOT,
                        "  trainings that were made again between the verdicts took %.1f %% of their time before: all are"
                                + " taken to%n",
                        100 * pace));
        new Summary(fates.all(), out).print();
        new Details(fates.all(), out).print();
        if (!study.settles()) {
            counting.addAll(fates.all());
        }
        out.println();
        out.flush();
    }

    /** Sweeps the first trials of a study again, with the policies on reject, beside what the gates of today advise. */
    public void printRejecting(String name) throws IOException {
        BenchedStudy study = BenchedStudy.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        GateStudy.Ended ended = how.apply(new GateStudy(folder, study.spec(), draw));
        new SameRejections(folder, out)
                .print(study.spec(), ended.trials(), new Rejudged(ended.task())::gates, draw.first(SAMPLE));
        out.flush();
    }
}

package dev.touchstone.bench.faults;

import dev.touchstone.base.UserError;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.metric.Interval;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trains programs and has them diagnosed, as far as that is not done already. */
final class Runner {
    /** Name under which a spec that Touchstone does not take is said to be wrong. */
    static final String REFUSED = "refused";

    private final Path folder;
    private final KeptRuns kept;
    private final DataFindings data;
    private Seeded.@Nullable Made made;
    private String madeOf = "";

    Runner(Path folder, KeptRuns kept, DataFindings data) {
        this.folder = folder;
        this.kept = kept;
        this.data = data;
    }

    /** Its value. */
    Run trained(Seeded seeded, int split, int seed) {
        return kept.find(Run.key(seeded.program().name(), seeded.fault(), split, seed))
                .orElseGet(() -> run(seeded, split, seed, false, false));
    }

    /** Its value and what is said of it. */
    Run diagnosed(Seeded seeded, int split, int seed) {
        return kept.find(Run.key(seeded.program().name(), seeded.fault(), split, seed))
                .filter(Run::diagnosed)
                .orElseGet(() -> run(seeded, split, seed, true, false));
    }

    /** And what is said of it after experiments. */
    Run experimentedOn(Seeded seeded, int split, int seed) {
        return kept.find(Run.key(seeded.program().name(), seeded.fault(), split, seed))
                .filter(Run::experimented)
                .orElseGet(() -> run(seeded, split, seed, true, true));
    }

    private Run run(Seeded seeded, int split, int seed, boolean diagnose, boolean experiment) {
        long start = System.nanoTime();
        Run run;
        try {
            run = carry(seeded, make(seeded, split), new Course(split, seed, diagnose, experiment, start));
        } catch (UserError e) {
            System.err.println(seeded.program().name() + ": " + seeded.fault() + ": " + e.getMessage());
            run = refused(seeded, new Course(split, seed, diagnose, experiment, start));
        }
        kept.add(run);
        return run;
    }

    private record Course(int split, int seed, boolean diagnose, boolean experiment, long start) {
        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private Seeded.Made make(Seeded seeded, int split) {
        String name = seeded.program().name() + seeded.fault() + split;
        if (made == null || !madeOf.equals(name)) {
            made = seeded.make(split, folder);
            madeOf = name;
        }
        return Objects.requireNonNull(made);
    }

    private static Run refused(Seeded seeded, Course course) {
        Said said = new Said(REFUSED, Severity.ERROR, Said.By.DATA_CHECK, true, false, false);
        return new Run(
                seeded.program().name(),
                seeded.fault(),
                course.split(),
                course.seed(),
                true,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(said),
                true,
                List.of(said),
                List.of(),
                course.seconds(),
                0);
    }

    private Run carry(Seeded seeded, Seeded.Made ready, Course course) {
        List<Said> said = new ArrayList<>();
        if (course.diagnose()) {
            said.addAll(data.of(ready));
        }
        TrialRecord trial = course.diagnose()
                ? Carried.judged(ready.task(), ready.assignment(), course.seed())
                : Carried.trained(ready.task(), ready.assignment(), course.seed());
        List<Said> gates = trial.gates().stream()
                .flatMap(result -> Said.ofGate(result).stream())
                .toList();
        List<Said> after = new ArrayList<>(said);
        trial.findings().forEach(finding -> said.add(Said.ofTraining(finding, List.of())));
        said.addAll(gates);
        double seconds = course.seconds();
        List<Tested> tested = new ArrayList<>();
        if (course.experiment()) {
            tested.addAll(Hypotheses.tested(ready.task(), trial, course.seed()));
            List<Finding> weighed = Weighed.of(trial.findings(), tested);
            weighed.forEach(finding -> after.add(Said.ofTraining(finding, tested)));
            gates.forEach(gate -> after.add(gate.after(tested)));
        }
        String metric = Judging.metric(seeded.program());
        Optional<TrialEvent.Completed> completed = Optional.ofNullable(trial.completed());
        Interval interval =
                completed.map(end -> end.intervals().get(metric)).orElse(new Interval(Double.NaN, Double.NaN));
        return new Run(
                seeded.program().name(),
                seeded.fault(),
                course.split(),
                course.seed(),
                course.diagnose(),
                completed.map(end -> end.values().get(metric)).orElse(Double.NaN),
                (interval.high() - interval.low()) / 2,
                Judging.baseline(seeded.program(), ready.task()),
                course.diagnose() ? List.copyOf(said) : List.of(),
                course.experiment(),
                course.experiment() ? List.copyOf(after) : List.of(),
                tested.stream().map(Tried::of).toList(),
                seconds,
                course.seconds() - seconds);
    }
}

package dev.touchstone.execution;

import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.study.Confirmation;
import dev.touchstone.study.DiagnosisSpec;
import dev.touchstone.study.ExperimentBudget;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.PlannedExperiment;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudyRanking;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Confirms by experiment why trials of a sweep went wrong, once they have ended: on what leads each group of trials that
 * failed alike, and where that is not confirmed on what is unusual, within the budget, each in a process of its own. Each
 * outcome is kept with its trial as soon as it is there, and nothing is tested twice, so whoever is stopped can go on later.
 */
public final class SweepExperiments {
    /** Until a process has loaded ND4J and read its rows, on an ordinary machine. */
    private static final double START_SECONDS = 2;

    /** An experiment that takes so many times what was thought stands still, or will never end in time. */
    private static final double PATIENCE = 4;

    private final Studies studies;
    private final OpenStudy study;
    private final Function<AlikeTrials, Confirmation.Listener> listeners;
    private final BooleanSupplier stop;

    /**
     * @param listeners who hears of the experiment on a group
     * @param stop asked often; once true, nothing more is tested
     */
    public SweepExperiments(
            Studies studies,
            OpenStudy study,
            Function<AlikeTrials, Confirmation.Listener> listeners,
            BooleanSupplier stop) {
        this.studies = studies;
        this.study = study;
        this.listeners = listeners;
        this.stop = stop;
    }

    /**
     * What came of it.
     *
     * @param left groups whose experiment does not fit what is left of the budget
     */
    public record Result(ExperimentBudget budget, int left) {}

    /**
     * Experiments until nothing fits the budget; nothing where the spec says so.
     *
     * @throws StoreException when an experiment cannot be begun, or its outcome cannot be kept
     */
    public Optional<Result> run() {
        if (study.spec().diagnosis().experiments() == DiagnosisSpec.Experiments.OFF) {
            return Optional.empty();
        }
        while (true) {
            StudyRecord record = study.store().read();
            ExperimentBudget budget = ExperimentBudget.of(study.spec().diagnosis(), record.trials());
            List<PlannedExperiment> planned =
                    PlannedExperiment.of(study, record, StudyRanking.of(record, study.artefacts()));
            Optional<PlannedExperiment> next = planned.stream()
                    .filter(each -> seconds(each) <= budget.left())
                    .findFirst();
            if (next.isEmpty() || stop.getAsBoolean()) {
                return Optional.of(new Result(budget, planned.size()));
            }
            if (carry(next.get()).isEmpty()) {
                return Optional.of(new Result(budget, planned.size())); // it was stopped
            }
        }
    }

    private static double seconds(PlannedExperiment planned) {
        return START_SECONDS + planned.training();
    }

    private List<Tested> carry(PlannedExperiment planned) {
        return ExperimentProcess.run(
                studies,
                study.store().head().orElseThrow(),
                planned.confirmation(),
                new Keeper(planned.group(), listeners.apply(planned.group()), System.nanoTime()),
                new ExperimentLimits(stop, PATIENCE * seconds(planned)),
                ExperimentMain.class);
    }

    /** Keeps an outcome, with the time that it took, before anybody hears of it. */
    private final class Keeper implements Confirmation.Listener {
        private final AlikeTrials group;
        private final Confirmation.Listener listener;
        private final long started;

        Keeper(AlikeTrials group, Confirmation.Listener listener, long started) {
            this.group = group;
            this.listener = listener;
            this.started = started;
        }

        @Override
        public void begun(String code) {
            listener.begun(code);
        }

        @Override
        public void told(String line) {
            listener.told(line);
        }

        @Override
        public void tested(Tested tested) {
            Tested timed = tested.taking((System.nanoTime() - started) / 1e9);
            study.store().keepTested(group.leader().number(), List.of(timed));
            listener.tested(timed);
        }
    }
}

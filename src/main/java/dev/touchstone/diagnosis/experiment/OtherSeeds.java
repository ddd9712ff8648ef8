package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.TrainingGain;
import java.util.function.BiPredicate;

/** The same training with other initial parameters and batch orders: whether what was learnt is more than chance. */
final class OtherSeeds implements Experiment {
    private static final String CHANGE = "compared with the baseline, over trainings with other seeds";

    private final FindingCode hypothesis;
    private final String remedy;
    private final BiPredicate<Judge, TrainingGain> explains;

    private OtherSeeds(FindingCode hypothesis, String remedy, BiPredicate<Judge, TrainingGain> explains) {
        this.hypothesis = hypothesis;
        this.remedy = remedy;
        this.explains = explains;
    }

    /** The split is at fault only where it would hide what is worth knowing. */
    static OtherSeeds ofSmallSplit() {
        return new OtherSeeds(FindingCode.VALIDATION_TOO_SMALL, "put more rows into validation", Judge::isNoisy);
    }

    static OtherSeeds ofPoorTrial() {
        return new OtherSeeds(
                FindingCode.NO_BETTER_THAN_BASELINE,
                "see the causes named beside; when there is none, check labels and features",
                (judge, gain) -> true);
    }

    @Override
    public FindingCode hypothesis() {
        return hypothesis;
    }

    @Override
    public boolean refutesForSure() {
        return true;
    }

    @Override
    public boolean singlesOut() {
        return false;
    }

    @Override
    public boolean suits(Conditions trial) {
        return true;
    }

    @Override
    public long iterations(Conditions trial) {
        return Workbench.FEWEST * trial.plannedIterations();
    }

    @Override
    public Tested carry(Workbench bench) {
        int repeats = Workbench.FEWEST;
        TrainingGain gain = bench.judge().overBaseline(bench.repeats(repeats));
        while (repeats < Workbench.MOST && isOpen(gain)) {
            gain = bench.judge().overBaseline(bench.repeats(++repeats));
        }
        boolean chance = gain.interval().low() <= 0;
        boolean explained = explains.test(bench.judge(), gain);
        return bench.tested(
                hypothesis,
                chance && !explained ? CHANGE + ", whose noise would not hide what matters" : CHANGE,
                remedy,
                chance && explained ? new Outcome.Confirmed(gain) : new Outcome.Refuted(gain));
    }

    private static boolean isOpen(TrainingGain gain) {
        return gain.interval().low() <= 0 && gain.interval().high() >= 0;
    }
}

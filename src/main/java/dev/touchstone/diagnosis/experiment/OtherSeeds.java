package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Gain;

/** The same training with other initial parameters and batch orders: whether what was learnt is more than chance. */
final class OtherSeeds implements Experiment {
    private static final String CHANGE = "compared with the baseline, over trainings with other seeds";

    private final FindingCode hypothesis;
    private final String remedy;

    private OtherSeeds(FindingCode hypothesis, String remedy) {
        this.hypothesis = hypothesis;
        this.remedy = remedy;
    }

    static OtherSeeds ofSmallSplit() {
        return new OtherSeeds(FindingCode.VALIDATION_TOO_SMALL, "put more rows into validation");
    }

    static OtherSeeds ofPoorTrial() {
        return new OtherSeeds(
                FindingCode.NO_BETTER_THAN_BASELINE,
                "see the causes named beside; when there is none, check labels and features");
    }

    @Override
    public FindingCode hypothesis() {
        return hypothesis;
    }

    @Override
    public boolean suits(Conditions trial) {
        return true;
    }

    @Override
    public Tested carry(Workbench bench) {
        for (int repeats = Workbench.FEWEST; repeats < Workbench.MOST; repeats++) {
            Gain gain = bench.judge().overBaseline(bench.repeats(repeats));
            if (gain.interval().low() > 0) {
                return bench.tested(hypothesis, CHANGE, remedy, new Outcome.Refuted(gain));
            } else if (gain.interval().high() < 0) {
                return bench.tested(hypothesis, CHANGE, remedy, new Outcome.Confirmed(gain));
            }
        }
        Gain gain = bench.judge().overBaseline(bench.repeats(Workbench.MOST));
        return bench.tested(
                hypothesis,
                CHANGE,
                remedy,
                gain.interval().low() > 0 ? new Outcome.Refuted(gain) : new Outcome.Confirmed(gain));
    }
}

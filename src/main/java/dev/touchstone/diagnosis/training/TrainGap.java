package dev.touchstone.diagnosis.training;

import java.util.OptionalInt;

/** When train and validation rows parted. */
final class TrainGap {
    /** Of the way from the baseline to right answers (deepchecks bounds the drop by 10 %). */
    private static final double NOTABLE = 0.1;

    private TrainGap() {}

    /**
     * The first epoch from which on train rows did better than validation rows, each time it was measured up to the best epoch, by
     * a tenth of the way from the baseline to right answers; empty where they did not at the last of these.
     */
    static OptionalInt since(TrialFacts facts) {
        Shortfall shortfall = facts.shortfall();
        OptionalInt parted = OptionalInt.empty();
        for (EpochFacts epoch : facts.epochs()) {
            if (facts.best() == null || epoch.epoch() > facts.best().epoch()) {
                break;
            } else if (!Double.isNaN(epoch.trainValue())) {
                boolean apart =
                        shortfall.shareMissing(epoch.value()) - shortfall.shareMissing(epoch.trainValue()) > NOTABLE;
                parted = !apart ? OptionalInt.empty() : parted.isPresent() ? parted : OptionalInt.of(epoch.epoch());
            }
        }
        return parted;
    }
}

package dev.touchstone.model;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** Makes DL4J's updater of an optimiser. */
final class Updater {
    private Updater() {}

    static IUpdater of(Hyperparameters hyperparameters, ISchedule rate) {
        return switch (hyperparameters.optimiser()) {
            case SGD -> new Sgd(rate);
            case NESTEROVS -> new Nesterovs(rate, hyperparameters.momentum());
            case ADAM -> new Adam(rate);
        };
    }
}

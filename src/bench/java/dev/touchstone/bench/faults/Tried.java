package dev.touchstone.bench.faults;

import dev.touchstone.diagnosis.experiment.Tested;

/**
 * How an experiment came out, without its figures.
 *
 * @param code of the hypothesis
 * @param outcome as documents name it
 */
record Tried(String code, String outcome) {
    static Tried of(Tested tested) {
        return new Tried(tested.code(), tested.outcome().specName());
    }
}

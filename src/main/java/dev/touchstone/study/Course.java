package dev.touchstone.study;

import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a trial's seed decides: facts by name, in the order in which they happened. Wall times are not among them. */
final class Course {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final TrialRecord trial;
    private int told;

    private Course(TrialRecord trial) {
        this.trial = trial;
    }

    static Map<String, Object> of(TrialRecord trial) {
        Course course = new Course(trial);
        course.addGates();
        course.addTraining();
        course.addEnd();
        return course.facts;
    }

    private void addGates() {
        trial.gates().forEach(result -> facts.put("verdict of gate " + result.gate(), SpecName.of(result.verdict())));
        if (trial.effective() != null) {
            trial.effective().values().forEach((name, value) -> facts.put("effective " + name, value));
        }
    }

    private void addTraining() {
        for (TrialEvent.EpochEnded epoch : trial.epochs()) {
            addLossesTo(epoch.iteration());
            facts.put("train loss of epoch " + epoch.epoch(), epoch.trainLoss());
            facts.put("validation loss of epoch " + epoch.epoch(), epoch.validationLoss());
            facts.put("validation value of epoch " + epoch.epoch(), epoch.value());
        }
        addLossesTo(Integer.MAX_VALUE);
    }

    private void addLossesTo(int iteration) {
        while (told < trial.losses().size() && trial.lossIterations().get(told) <= iteration) {
            facts.put(
                    "loss of iteration " + trial.lossIterations().get(told),
                    trial.losses().get(told));
            told++;
        }
    }

    private void addEnd() {
        if (trial.completed() != null) {
            facts.put("best epoch", trial.completed().bestEpoch());
            trial.completed().values().forEach((metric, value) -> facts.put(metric + " of the best epoch", value));
        }
        String state = trial.state().specName();
        facts.put("end", trial.reason() == null ? state : state + ": " + trial.reason());
    }
}

package dev.touchstone.study;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.StudyRecord;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The experiment of a sweep on one group of trials that failed alike: on its best trial, and on what leads the group only.
 *
 * @param training seconds that its trainings are likely to take
 */
public record PlannedExperiment(AlikeTrials group, Confirmation confirmation, double training) {
    /**
     * What is left to be done of a study, the leader's group first. A group that an experiment was carried out for, however
     * it came out, is not among them, and neither are those that only a symptom leads: what caused it takes many experiments.
     *
     * @param ranking of the record's trials
     */
    public static List<PlannedExperiment> of(OpenStudy study, StudyRecord record, List<Ranked> ranking) {
        return AlikeTrials.of(record.trials(), ranking).stream()
                .filter(group -> group.code().nature() == FindingCode.Nature.CAUSE && group.witness() == null)
                .flatMap(group -> of(study, record, group))
                .toList();
    }

    private static Stream<PlannedExperiment> of(OpenStudy study, StudyRecord record, AlikeTrials group) {
        Confirmation confirmation = Confirmation.of(study.task(), group.leader(), group.finding());
        OptionalLong iterations = confirmation.iterations(group.code());
        return iterations.isEmpty()
                ? Stream.empty()
                : Stream.of(new PlannedExperiment(
                        group,
                        confirmation,
                        iterations.getAsLong() * ExperimentBudget.secondsAnIteration(group.leader(), record.trials())));
    }
}

package dev.touchstone.study;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.experiment.Experiments;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The next experiment of a sweep on one group of trials that failed alike, on its best trial: on what leads the group, or
 * where that is not confirmed, on something unusual that may have caused it.
 *
 * @param hypothesis that is tested
 * @param training seconds that its trainings are likely to take
 */
public record PlannedExperiment(AlikeTrials group, FindingCode hypothesis, Confirmation confirmation, double training) {
    /**
     * What is left to be done of a study: what leads groups before what is unusual, the leader's group first. What an
     * experiment was carried out for, however it came out, is not among them, and what is unusual is tested on one group only.
     *
     * @param ranking of the record's trials
     */
    public static List<PlannedExperiment> of(OpenStudy study, StudyRecord record, List<Ranked> ranking) {
        return AlikeTrials.of(record.trials(), ranking).stream()
                .flatMap(group -> next(study, record, group).stream())
                .sorted(Comparator.comparing(
                        each -> each.hypothesis() != each.group().code()))
                .toList();
    }

    private static Optional<PlannedExperiment> next(OpenStudy study, StudyRecord record, AlikeTrials group) {
        return Experiments.candidates(group.leader().findings(), tested(group)).stream()
                .filter(code -> code == group.code() || isNew(code, record.trials()))
                .flatMap(code -> of(study, record, group, code))
                .findFirst();
    }

    /** On the leader, and what speaks for the group. */
    private static List<Tested> tested(AlikeTrials group) {
        List<Tested> tested = new ArrayList<>(group.leader().tested());
        Stream.ofNullable(group.witness()).map(AlikeTrials.Witness::tested).forEach(tested::add);
        return tested;
    }

    private static boolean isNew(FindingCode code, List<TrialRecord> trials) {
        return trials.stream()
                .flatMap(trial -> trial.tested().stream())
                .noneMatch(tested -> tested.code().equals(code.specName()));
    }

    private static Stream<PlannedExperiment> of(
            OpenStudy study, StudyRecord record, AlikeTrials group, FindingCode code) {
        Confirmation confirmation = Confirmation.of(study.task(), group.leader(), code);
        OptionalLong iterations = confirmation.iterations(code);
        return iterations.isEmpty()
                ? Stream.empty()
                : Stream.of(new PlannedExperiment(
                        group,
                        code,
                        confirmation,
                        iterations.getAsLong() * ExperimentBudget.secondsAnIteration(group.leader(), record.trials())));
    }
}

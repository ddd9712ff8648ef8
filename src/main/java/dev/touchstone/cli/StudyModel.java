package dev.touchstone.cli;

import dev.touchstone.data.vault.RelatedOpening;
import dev.touchstone.data.vault.TestOpening;
import dev.touchstone.data.vault.TestScore;
import dev.touchstone.data.vault.VaultState;
import dev.touchstone.metric.Interval;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudyRanking;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Brings together what is told of a study: its record, its ranking, and what the ledger says of its test split. */
final class StudyModel {
    private StudyModel() {}

    static ReportModel of(Studies studies, StudyRecord study) {
        String name = study.head().study();
        TestSplitState test =
                studies.vault(name).state().map(StudyModel::test).orElse(new TestSplitState(0, List.of()));
        return new ReportModel(
                study,
                StudyRanking.of(study, studies.artefacts(name)),
                test,
                studies.autoSearch(study).orElse(null));
    }

    private static TestSplitState test(VaultState state) {
        return new TestSplitState(
                state.rows(),
                state.openings().stream().map(StudyModel::opening).toList(),
                state.objection().orElse(null));
    }

    private static TestSplitState.Opening opening(TestOpening opening) {
        return new TestSplitState.Opening(
                Instant.parse(opening.time()),
                opening.study(),
                opening.examinee(),
                opening.reason(),
                opening.user(),
                opening.related().stream().map(StudyModel::related).toList(),
                opening.score().map(StudyModel::result).orElse(null));
    }

    private static TestSplitState.Related related(RelatedOpening opening) {
        return new TestSplitState.Related(
                Instant.parse(opening.time()), opening.study(), opening.examinee(), opening.user(), opening.rows());
    }

    private static TestSplitState.Result result(TestScore score) {
        return new TestSplitState.Result(
                score.values(),
                intervals(score.intervals()),
                intervals(Objects.requireNonNullElse(score.corrected(), Map.of())));
    }

    private static Map<String, Interval> intervals(Map<String, List<Double>> ends) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        ends.forEach((metric, both) -> intervals.put(metric, new Interval(both.get(0), both.get(1))));
        return intervals;
    }
}

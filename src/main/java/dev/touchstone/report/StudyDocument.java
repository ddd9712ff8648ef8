package dev.touchstone.report;

import dev.touchstone.base.Json;
import dev.touchstone.search.Ranked;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.StudyHead;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A study as the public JSON document that {@code show --json} prints; {@code show.schema.json} beside this class says what
 * each field means. Fields are added, never renamed or removed.
 */
public record StudyDocument(
        int format,
        String study,
        String status,
        List<Objective> objectives,
        Data data,
        List<TrialDocument> trials,
        List<Place> ranking,
        List<EnsembleDocument> ensembles,
        Gates gates,
        @Nullable AutoDocument regularisation,
        Test test) {
    private static final int FORMAT = 1;

    public record Objective(String metric, String direction) {}

    public record Data(String fingerprint, String task, SplitRows rows, List<FindingDocument> findings) {}

    public record SplitRows(int train, int validation, int test) {}

    public record Place(int rank, int trial, Map<String, Double> values, boolean tied) {}

    /** What gates cost and saved, in seconds; see {@link GateTime}. */
    public record Gates(double seconds, int gated, @Nullable Double saved, int trained) {}

    public record Test(
            String state, List<Opening> openings, @Nullable String objection) {}

    /** One opening of the test split; without a result when it was announced and never came about. */
    public record Opening(
            String time,
            String study,
            @Nullable Integer trial,
            @Nullable Integer ensemble,
            String reason,
            @Nullable Map<String, Double> values,
            @Nullable Map<String, List<Double>> intervals,
            @Nullable Map<String, List<Double>> corrected,
            List<Related> related) {}

    /** An opening of a changed copy of the data that had seen rows of the test split before. */
    public record Related(
            String time,
            String study,
            @Nullable Integer trial,
            @Nullable Integer ensemble,
            int rows) {}

    /** The document of all that a report tells. */
    public static StudyDocument of(ReportModel model) {
        StudyHead head = model.study().head();
        StudyHead.DataSummary data = head.data();
        return new StudyDocument(
                FORMAT,
                head.study(),
                SpecName.of(model.study().status()),
                List.of(new Objective(head.metric(), head.direction())),
                new Data(
                        data.fingerprint(),
                        data.task(),
                        new SplitRows(data.train(), data.validation(), data.test()),
                        head.dataFindings().stream().map(FindingDocument::of).toList()),
                model.study().trials().stream().map(TrialDocument::of).toList(),
                model.ranking().stream()
                        .map(ranked -> place(ranked, head.metric()))
                        .toList(),
                model.study().ensembles().stream().map(EnsembleDocument::of).toList(),
                gates(GateTime.of(model.study())),
                AutoDocument.of(model.auto()),
                new Test(
                        SpecName.of(model.test().state()),
                        model.test().openings().stream()
                                .map(StudyDocument::opening)
                                .toList(),
                        model.test().objection()));
    }

    /** The document's text; numbers that are not finite are null. */
    public String json() {
        return Json.pretty(this);
    }

    private static Gates gates(GateTime time) {
        return new Gates(time.spent(), time.gated(), time.saved(), time.trained());
    }

    private static Place place(Ranked ranked, String metric) {
        return new Place(ranked.rank(), ranked.trial(), Map.of(metric, ranked.value()), ranked.tied());
    }

    private static Opening opening(TestSplitState.Opening opening) {
        TestSplitState.Result result = opening.result();
        return new Opening(
                opening.at().toString(),
                opening.study(),
                opening.examinee().trial(),
                opening.examinee().ensemble(),
                opening.reason(),
                result == null ? null : result.values(),
                result == null ? null : IntervalPairs.of(result.intervals()),
                result == null ? null : IntervalPairs.of(result.corrected()),
                opening.related().stream()
                        .map(other -> new Related(
                                other.at().toString(),
                                other.study(),
                                other.examinee().trial(),
                                other.examinee().ensemble(),
                                other.rows()))
                        .toList());
    }
}

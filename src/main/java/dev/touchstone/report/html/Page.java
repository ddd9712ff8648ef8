package dev.touchstone.report.html;

import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import java.util.List;

/** The whole report, section by section. */
public record Page(
        Assets assets,
        Overview overview,
        List<DataFinding> data,
        RankingTable ranking,
        LearningCurves curves,
        List<Scatter> scatters,
        GateMatrix gates,
        List<Ending> endings,
        List<TrialSheet> trials,
        List<EnsembleRow> ensembles,
        TestSplitState test) {
    static Page of(ReportModel model, Assets assets) {
        return new Page(
                assets,
                Overview.of(model),
                DataFinding.of(model.study().head()),
                RankingTable.of(model),
                LearningCurves.of(model),
                Scatter.of(model),
                GateMatrix.of(model.study().trials()),
                Ending.of(model.study().trials()),
                TrialSheet.of(model),
                EnsembleRow.of(model),
                model.test());
    }
}

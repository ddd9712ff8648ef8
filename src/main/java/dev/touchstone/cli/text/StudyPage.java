package dev.touchstone.cli.text;

import dev.touchstone.report.GateTime;
import dev.touchstone.report.Reason;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.search.Ranked;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AutoText;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A study as it stands: data, trials by state, the leaders, why others came to no figure, and the test split. */
public final class StudyPage {
    private static final int LEADERS = 10;
    private static final int REASONS = 8;
    private static final Set<TrialState> STOPPED = Set.of(TrialState.GATED, TrialState.FAILED, TrialState.INTERRUPTED);

    private StudyPage() {}

    /** The whole page. */
    public static List<String> lines(ReportModel model) {
        StudyHead head = model.study().head();
        List<String> lines = new ArrayList<>();
        lines.add(head.study() + " (" + SpecName.of(model.study().status()) + "), "
                + Words.counts(model.study().trials()));
        lines.addAll(DataPage.lines(head.data()));
        lines.add("objective   " + head.direction() + " " + head.metric() + " on the validation split");
        lines.add("test split  " + testSplit(model.test()));
        lines.addAll(FindingText.summary(head.dataFindings()));
        lines.add(gates(model));
        lines.addAll(regularisation(model));
        lines.addAll(ranking(model));
        lines.addAll(EnsembleText.all(head.metric(), model.study().ensembles()));
        lines.addAll(stopped(model.study().trials()));
        return lines;
    }

    /** The leading trials, best first; says so when there are none. */
    public static List<String> ranking(ReportModel model) {
        List<String> lines = new ArrayList<>(List.of(""));
        if (model.ranking().isEmpty()) {
            lines.add("No trial is complete yet, so there is no ranking.");
            return lines;
        }
        Table table = new Table().row("rank", "trial", model.study().head().metric() + " [95 %]", "", "assignment");
        model.placed().stream().limit(LEADERS).forEach(placed -> table.row(cells(placed)));
        lines.addAll(table.lines());
        int more = model.ranking().size() - LEADERS;
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return lines;
    }

    /** What the gates cost and saved, on one line. */
    public static String gates(ReportModel model) {
        GateTime time = GateTime.of(model.study());
        String spent = "gates       " + Figures.seconds(time.spent()) + " spent, " + time.gated() + " trials rejected";
        if (time.gated() == 0) {
            return spent;
        } else if (time.saved() == null) {
            return spent + "; what that saved cannot be estimated, for no trial is complete";
        }
        return spent + "; training them would have taken about " + Figures.seconds(time.saved()) + " (an estimate from "
                + time.trained() + " complete ones)";
    }

    /** What {@code regularisation: auto} found and does; nothing in any other study. */
    public static List<String> regularisation(ReportModel model) {
        return model.auto() == null
                ? List.of()
                : AutoText.lines(model.auto()).stream()
                        .map(line -> "auto        " + line)
                        .toList();
    }

    private static String[] cells(ReportModel.Placed placed) {
        Ranked ranked = placed.ranked();
        TrialRecord trial = placed.trial();
        return new String[] {
            String.valueOf(ranked.rank()),
            String.valueOf(ranked.trial()),
            Figures.withInterval(ranked.value(), ranked.interval()),
            ranked.tied() ? "tied" : "",
            Figures.assignment(trial.effective() == null ? trial.proposed() : trial.effective())
        };
    }

    private static List<String> stopped(List<TrialRecord> trials) {
        List<TrialRecord> without =
                trials.stream().filter(trial -> STOPPED.contains(trial.state())).toList();
        if (without.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        Table table = new Table().row("trial", "state", "reason");
        without.stream()
                .limit(REASONS)
                .forEach(trial -> table.row(
                        String.valueOf(trial.number()),
                        SpecName.of(trial.state()),
                        Reason.of(trial).orElse("")));
        lines.addAll(table.lines());
        if (without.size() > REASONS) {
            lines.add("and " + (without.size() - REASONS) + " more");
        }
        return lines;
    }

    private static String testSplit(TestSplitState test) {
        return switch (test.state()) {
            case NONE -> "there is none";
            case SEALED -> "sealed, " + test.rows() + " rows";
            case OPENED -> opened(test);
        };
    }

    private static String opened(TestSplitState test) {
        return test.objection() == null
                ? "opened " + test.openings().size() + " times; see the ledger"
                : "its record was changed: " + test.objection();
    }
}

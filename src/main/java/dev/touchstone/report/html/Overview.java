package dev.touchstone.report.html;

import dev.touchstone.report.ReportModel;
import dev.touchstone.search.Ranked;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.study.AutoText;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.List;

/** The first section: what happened, in words, key figures and facts. */
public record Overview(
        String study,
        String status,
        String created,
        String updated,
        List<String> story,
        List<Tile> tiles,
        Outcomes outcomes,
        List<Fact> facts) {

    /** A key figure. */
    public record Tile(String label, String figure, String note) {}

    static Overview of(ReportModel model) {
        StudyRecord study = model.study();
        Outcomes outcomes = Outcomes.of(study.trials());
        return new Overview(
                study.head().study(),
                SpecName.of(study.status()),
                Figures.time(study.created()),
                Figures.time(study.updated()),
                Story.of(model),
                tiles(model, outcomes),
                outcomes,
                facts(model));
    }

    /** How many trials besides the leader the paired test does not tell from it. */
    static long tiedWithLeader(ReportModel model) {
        return model.ranking().stream().skip(1).filter(Ranked::tied).count();
    }

    private static List<Tile> tiles(ReportModel model, Outcomes outcomes) {
        List<Tile> tiles = new ArrayList<>();
        if (model.ranking().isEmpty()) {
            tiles.add(new Tile("Best " + model.study().head().metric(), Figures.NONE, "nothing ranked"));
        } else {
            Ranked leader = model.ranking().get(0);
            tiles.add(new Tile(
                    "Best " + model.study().head().metric(),
                    Figures.metric(leader.value()),
                    "trial " + leader.trial() + ", " + Figures.interval(leader.interval())));
        }
        int trials = model.study().trials().size();
        tiles.add(new Tile("Tied with the best", Figures.amount(tiedWithLeader(model)), "paired test, 5 %"));
        tiles.add(new Tile(
                "Complete",
                Figures.amount(outcomes.count(TrialState.COMPLETE)),
                "of " + Figures.count(trials, "trial")));
        tiles.add(
                new Tile("Stopped by gates", Figures.amount(outcomes.count(TrialState.GATED)), "before full training"));
        tiles.add(new Tile(
                "Test split",
                SpecName.of(model.test().state()),
                model.test().rows() == 0
                        ? "no rows"
                        : Figures.count(model.test().rows(), "row")));
        return tiles;
    }

    private static List<Fact> facts(ReportModel model) {
        StudyHead head = model.study().head();
        StudyHead.DataSummary data = head.data();
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("Data", data.source()),
                Fact.digest("Fingerprint", data.fingerprint()),
                Fact.of(
                        "Rows",
                        Figures.amount(data.train()) + " train, " + Figures.amount(data.validation()) + " validation, "
                                + Figures.amount(data.test()) + " test"),
                Fact.of("Split", data.split()),
                Fact.of("Normalisation", data.normalisation()),
                Fact.of("Features", Figures.amount(data.featureNames().size())),
                Fact.of("Task", data.task()),
                Fact.of("Objective", head.direction() + " " + head.metric()),
                Fact.digest("Spec", head.specFingerprint())));
        data.columns().forEach(column -> facts.add(Fact.of("Columns", column)));
        data.notes().forEach(note -> facts.add(Fact.of("Note", note)));
        if (model.auto() != null) {
            AutoText.lines(model.auto()).forEach(line -> facts.add(Fact.of("Regularisation", line)));
        }
        if (!head.overrides().equals(Overrides.NONE)) {
            facts.add(Fact.of("Set on the command line", text(head.overrides())));
        }
        return facts;
    }

    private static String text(Overrides overrides) {
        List<String> parts = new ArrayList<>();
        overrides.set().forEach((name, value) -> parts.add(name + " = " + value));
        if (overrides.trials() != null) {
            parts.add(Figures.count(overrides.trials(), "trial"));
        }
        if (overrides.seed() != null) {
            parts.add("seed " + overrides.seed());
        }
        return String.join(", ", parts);
    }
}

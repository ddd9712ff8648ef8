package dev.touchstone.report.html;

import dev.touchstone.report.FailedTrials;
import dev.touchstone.report.GateTime;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What happened in a study, told in a few plain sentences. */
final class Story {
    private final ReportModel model;
    private final List<String> sentences = new ArrayList<>();

    private Story(ReportModel model) {
        this.model = model;
    }

    static List<String> of(ReportModel model) {
        Story story = new Story(model);
        story.tellTrials();
        story.tellLeader();
        story.tellGates();
        story.tellFailures();
        story.tellClamps();
        story.tellTestSplit();
        return story.sentences;
    }

    private void tellTrials() {
        List<TrialRecord> trials = model.study().trials();
        String outcomes = Outcomes.of(trials).segments().stream()
                .map(Outcomes.Segment::text)
                .collect(Collectors.joining(", "));
        sentences.add(
                trials.isEmpty()
                        ? "No trial has run yet."
                        : Figures.count(trials.size(), "trial") + ": " + outcomes + ".");
        if (model.study().status() == StudyStatus.INTERRUPTED) {
            sentences.add("The study was interrupted; " + resumption());
        } else if (model.study().status() == StudyStatus.FAILED) {
            sentences.add("The study was given up; once what broke it is mended, " + resumption());
        }
    }

    private String resumption() {
        return "“touchstone resume " + model.study().head().study() + "” continues it.";
    }

    private void tellLeader() {
        if (model.ranking().isEmpty()) {
            sentences.add("Nothing is ranked, because no trial is complete.");
            return;
        }
        Ranked leader = model.ranking().get(0);
        sentences.add("Trial " + leader.trial() + " leads with "
                + model.study().head().metric() + " " + Figures.metric(leader.value()) + " (95 % interval "
                + Figures.interval(leader.interval()) + ") on "
                + Figures.count(model.study().head().data().validation(), "validation row") + ".");
        long tied = Overview.tiedWithLeader(model);
        if (tied > 0) {
            sentences.add(Figures.count(tied, "other trial") + (tied == 1 ? " is" : " are")
                    + " tied with it: a paired test at 5 % does not tell them apart.");
        } else if (model.ranking().size() > 1) {
            sentences.add("A paired test at 5 % separates it from every other trial.");
        }
    }

    private void tellGates() {
        Map<String, Integer> rejections = new TreeMap<>();
        for (TrialRecord trial : model.study().trials()) {
            Ending.rejection(trial).ifPresent(result -> rejections.merge(result.gate(), 1, Integer::sum));
        }
        if (!rejections.isEmpty()) {
            sentences.add("Gates stopped trials before full training: "
                    + rejections.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        tellGateTime(GateTime.of(model.study()));
    }

    private void tellGateTime(GateTime time) {
        if (time.spent() > 0) {
            sentences.add("Gates took " + Figures.seconds(time.spent())
                    + (time.gated() == 0 || time.saved() == null
                            ? "."
                            : "; training what they stopped would have taken about " + Figures.seconds(time.saved())
                                    + ", estimated from " + Figures.count(time.trained(), "complete trial") + "."));
        }
    }

    private void tellFailures() {
        FailedTrials failed = FailedTrials.of(model.study().trials());
        if (!failed.trials().isEmpty()) {
            sentences.add("What trials failed of: " + failed.causes() + ".");
        }
        long survived = model.study().trials().stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE
                        && !trial.failures().isEmpty())
                .count();
        if (survived > 0) {
            sentences.add(Figures.count(survived, "trial") + " broke on the way and came to "
                    + (survived == 1 ? "its" : "their") + " end when carried again.");
        }
    }

    private void tellClamps() {
        TreeSet<String> names = new TreeSet<>();
        long clamped = model.study().trials().stream()
                .map(Change::of)
                .filter(changes -> !changes.isEmpty())
                .peek(changes -> changes.forEach(change -> names.add(change.name())))
                .count();
        if (clamped > 0) {
            sentences.add("In " + Figures.count(clamped, "trial") + " the proposed " + String.join(" and ", names)
                    + " was not usable and was clamped before training.");
        }
    }

    private void tellTestSplit() {
        TestSplitState test = model.test();
        sentences.add(
                switch (test.state()) {
                    case NONE -> "The study has no test split.";
                    case SEALED -> "The test split is sealed: no test figure exists.";
                    case OPENED -> opened(test);
                });
    }

    private static String opened(TestSplitState test) {
        if (test.objection() != null) {
            return "How often the test split was opened is not known: its record was changed.";
        }
        int openings = test.openings().size();
        return "The test split was opened " + (openings == 1 ? "once." : openings + " times.");
    }
}

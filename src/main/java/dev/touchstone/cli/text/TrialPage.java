package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.report.FailureDocument;
import dev.touchstone.report.Reason;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.TrainMetric;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One trial's record: what was tried, what broke it, what the gates said, how training went, what was found. */
public final class TrialPage {
    private static final int CURVE_LINES = 5;
    private static final int CURVE_COLUMNS = 64;

    private final Path folder;
    private final boolean unicode;

    /**
     * @param folder the study's
     * @param unicode whether the terminal shows more than ASCII
     */
    public TrialPage(Path folder, boolean unicode) {
        this.folder = folder;
        this.unicode = unicode;
    }

    /** The whole page. */
    public List<String> lines(TrialRecord trial) {
        List<String> lines = new ArrayList<>();
        lines.add("trial " + trial.number() + ", " + SpecName.of(trial.state())
                + Reason.of(trial).map(reason -> ": " + reason).orElse(""));
        lines.add("proposed   " + Figures.assignment(trial.proposed()));
        if (trial.effective() != null && !trial.effective().equals(trial.proposed())) {
            lines.add("effective  " + Figures.assignment(trial.effective()));
        }
        lines.add("seed       " + trial.seed()
                + (trial.parameters() == 0 ? "" : ", " + trial.parameters() + " parameters"));
        lines.addAll(failures(trial));
        if (!trial.gates().isEmpty()) {
            lines.add("");
            lines.addAll(new GatePage(unicode).lines(trial.gates()));
        }
        lines.addAll(training(trial));
        lines.addAll(FindingText.lines(trial.findings()));
        trial.notes().forEach(note -> lines.add("note of " + note.at() + ": " + note.text()));
        return lines;
    }

    private List<String> failures(TrialRecord trial) {
        if (trial.failures().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of("", trial.state() == TrialState.FAILED ? "what broke it" : "what broke it on the way"));
        for (Failure failure : trial.failures()) {
            FailureDocument document = FailureDocument.of(failure);
            lines.add("  " + document.cause() + ": " + document.reason());
            if (document.evidence() != null) {
                lines.add("    evidence: " + folder.resolve(document.evidence()));
            }
        }
        return lines;
    }

    private List<String> training(TrialRecord trial) {
        if (trial.epochs().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  validation value by epoch, 1 to "
                + trial.epochs().get(trial.epochs().size() - 1).epoch());
        List<Double> values =
                trial.epochs().stream().map(TrialEvent.EpochEnded::value).toList();
        lines.addAll(new Plot(CURVE_COLUMNS, CURVE_LINES, unicode).drawWithScale(values));
        trainValues(trial).ifPresent(lines::add);
        TrialEvent.Completed completed = trial.completed();
        if (completed != null) {
            lines.add("best epoch " + completed.bestEpoch() + " of "
                    + trial.epochs().size() + " ("
                    + completed.iterations() + " iterations, " + Figures.seconds(completed.seconds()) + "); "
                    + completed.stopped());
            watched(completed).ifPresent(lines::add);
            completed
                    .values()
                    .forEach((metric, value) -> lines.add(metric + " " + withInterval(completed, metric, value)));
        }
        NoiseScale.words(trial.looks()).ifPresent(words -> lines.add("gradient noise scale " + words));
        return lines;
    }

    /** The first and the last that were measured. */
    private static Optional<String> trainValues(TrialRecord trial) {
        List<TrialEvent.EpochEnded> measured =
                trial.epochs().stream().filter(epoch -> epoch.train() != null).toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        TrialEvent.EpochEnded first = measured.get(0);
        TrialEvent.EpochEnded last = measured.get(measured.size() - 1);
        return Optional.of("train rows " + (first.equals(last) ? "" : onTrainRows(first) + "; ") + onTrainRows(last));
    }

    private static String onTrainRows(TrialEvent.EpochEnded epoch) {
        TrainMetric train = Objects.requireNonNull(epoch.train());
        return ShortNumber.of(train.value()) + " after epoch " + epoch.epoch() + " (" + train.rows()
                + " rows; validation " + ShortNumber.of(epoch.value()) + ")";
    }

    private static Optional<String> watched(TrialEvent.Completed completed) {
        return Optional.ofNullable(completed.decision())
                .map(StoppingDecision::watched)
                .map(watched -> "watched " + watched.metric() + ": "
                        + (watched.noise() == null ? "" : "noise " + ShortNumber.of(watched.noise()) + " an epoch, ")
                        + "minimum improvement " + ShortNumber.of(watched.minimumImprovement()) + ", patience "
                        + (watched.patience() == null ? "auto" : watched.patience()) + ", waited " + watched.waited()
                        + " since the last improvement");
    }

    private static String withInterval(TrialEvent.Completed completed, String metric, double value) {
        return completed.intervals().containsKey(metric)
                ? Figures.withInterval(value, completed.intervals().get(metric))
                : ShortNumber.of(value);
    }
}

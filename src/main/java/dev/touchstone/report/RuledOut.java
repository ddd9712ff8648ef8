package dev.touchstone.report;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.TrainingLook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trial's numbers speak against, and the numbers. */
final class RuledOut {
    /** Largest updates as shares of the weights that the rules of the learning rate take for sound. */
    private static final double SOUND = 1e-3;

    private static final double LARGE = 0.1;

    /**
     * Between a tenth of the gradient noise scale and ten times it a batch wastes neither steps nor rows (McCandlish et al.
     * 2018).
     */
    private static final double FAR = 10;

    /** Of the error of a constant: features and labels that save so much have to do with each other. */
    private static final double TELLING = 0.5;

    private final Set<String> found;
    /** What is told as suspected all the same. */
    private final Set<String> doubted;

    private final List<String> phrases = new ArrayList<>();

    private RuledOut(TrialRecord trial, List<Finding> findings) {
        found = Stream.concat(
                        findings.stream()
                                .flatMap(finding -> Causes.inTraining(finding).stream())
                                .map(FindingCode::specName),
                        trial.tested().stream().map(Tested::code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        doubted =
                findings.stream().filter(Weighed::isDoubted).map(Finding::code).collect(Collectors.toSet());
    }

    /**
     * One sentence; nothing where too little is known of the training.
     *
     * @param findings what is not spoken against, for it was found
     */
    static Optional<String> of(TrialRecord trial, List<Finding> findings) {
        RuledOut out = new RuledOut(trial, findings);
        if (trial.assessed() != null && trial.assessed().best() != null) {
            out.speakOfValues(trial.assessed().best());
        }
        if (!trial.looks().isEmpty()) {
            out.speakOfLooks(trial.looks());
        }
        if (trial.assessed() != null) {
            out.speakOfBatches(trial.assessed().plan().batchSize(), trial.looks());
        }
        if (trial.assessed() != null && trial.assessed().plan().rows() != null) {
            out.speakOfRows(trial.assessed().plan().rows());
        }
        out.speakOfExperiments(trial.tested());
        return out.phrases.isEmpty()
                ? Optional.empty()
                : Optional.of("Spoken against: " + String.join("; ", out.phrases) + ".");
    }

    private void unlessFound(String phrase, FindingCode... codes) {
        for (FindingCode code : codes) {
            if (found.contains(code.specName())) {
                return;
            }
        }
        phrases.add(phrase);
    }

    private void speakOfExperiments(List<Tested> tested) {
        String refuted = tested.stream()
                .filter(each -> each.outcome().speaksAgainst())
                .map(Tested::code)
                .filter(code -> !doubted.contains(code))
                .collect(Collectors.joining(", "));
        if (!refuted.isEmpty()) {
            phrases.add("by experiment, " + refuted);
        }
    }

    private void speakOfValues(BestEpoch best) {
        unlessFound(
                "overfitting (train " + ShortNumber.of(best.trainValue()) + ", validation "
                        + ShortNumber.of(best.value()) + ")",
                FindingCode.OVERFITTING);
    }

    private void speakOfBatches(int batchSize, List<TrainingLook> looks) {
        double scale = NoiseScale.over(looks);
        if (batchSize >= scale / FAR && batchSize <= scale * FAR) {
            unlessFound(
                    "a batch size that does not suit (" + batchSize + " rows, gradient noise scale "
                            + NoiseScale.roughly(scale) + ")",
                    FindingCode.BATCH_SIZE,
                    FindingCode.BATCH_CONSTRUCTION);
        }
    }

    private void speakOfRows(RowFacts rows) {
        Relation related = rows.related();
        if (related != null && related.across().value() > TELLING) {
            unlessFound(
                    "poor features or labels (nearest neighbours, which train nothing, save "
                            + ShortNumber.of(100 * related.across().value()) + " % of a constant's error)",
                    FindingCode.POOR_FEATURES,
                    FindingCode.BAD_LABELS,
                    FindingCode.DATA_LOADING,
                    FindingCode.SPLIT_MISMATCH);
        }
    }

    private void speakOfLooks(List<TrainingLook> looks) {
        double ratio =
                looks.stream().mapToDouble(TrainingLook::updateRatio).max().orElse(Double.NaN);
        if (ratio >= SOUND && ratio <= LARGE) {
            unlessFound(
                    "a wrong learning rate (steps of up to " + ShortNumber.of(100 * ratio) + " % of the weights)",
                    FindingCode.LEARNING_RATE_TOO_HIGH,
                    FindingCode.LEARNING_RATE_TOO_LOW);
        }
        List<TrainingLook.LayerLook> layers = looks.get(looks.size() - 1).layers();
        if (layers.size() > 1) {
            double idle = layers.subList(0, layers.size() - 1).stream()
                    .mapToDouble(layer -> Math.max(layer.deadShare(), layer.saturatedShare()))
                    .max()
                    .orElse(0);
            unlessFound(
                    "idle units (at most " + ShortNumber.of(100 * idle) + " %)",
                    FindingCode.DEAD_UNITS,
                    FindingCode.SATURATING_ACTIVATION);
            unlessFound(
                    "bad gradients (" + ShortNumber.of(layers.get(0).gradientNorm())
                            + " first layer, "
                            + ShortNumber.of(layers.get(layers.size() - 1).gradientNorm()) + " last)",
                    FindingCode.VANISHING_GRADIENT,
                    FindingCode.EXPLODING_GRADIENT);
        }
    }
}

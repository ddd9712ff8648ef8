package dev.touchstone.diagnosis.training;

import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Copies;
import dev.touchstone.diagnosis.data.Drift;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.diagnosis.data.UnrelatedLabels;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A sound training of 20 epochs of 40 batches, ten classes and 800 rows, of which single things may be otherwise. */
final class FactsOfATraining {
    static final int ITERATIONS = 800;

    /** Half the width of the value's interval. */
    private static final double NOISE = 0.03;

    private static final double BASELINE = 0.1;
    private static final double PRIOR = Math.log(10);

    double neighbours = 0.95;
    double constantFeatures;
    double value = 0.94;
    double trainLoss = 0.1;
    double inputScale = 1;
    double deadShare;
    double updateRatio = 2e-3;
    int batchSize = 32;
    int narrowest = 16;
    int iterations = ITERATIONS;
    double trainValue = Double.NaN;
    double dropped;
    double momentum;
    IntToDoubleFunction penalty = iteration -> 0;
    double firstGradient = 1;
    double firstActivations = 1;

    /** Hidden layers after the first. */
    int more;

    /** Of the units of these. */
    double deadShareOfMore;

    String optimiser = "adam";
    double structure = 0.1;

    @Nullable
    UnrelatedLabels unrelated;

    boolean augmented;
    boolean frozen;
    List<String> alike = List.of();
    double saturatedShare;
    IntToDoubleFunction rate = epoch -> 0.01;
    boolean broken;
    double heaviest = 1;

    @Nullable
    Drift drift;

    int bestEpoch = 20;
    int planned = 20;
    StoppingRule rule = StoppingRule.EPOCHS;

    @Nullable
    Interval gain;

    IntToDoubleFunction validationLoss = epoch -> 1.0 / epoch;
    List<String> restraints = List.of();
    List<String> linear = List.of();
    List<String> squashing = List.of();
    List<BestEpoch.OfClass> classes = List.of();
    IntToDoubleFunction loss = iteration -> 0.1 + 2.2 * Math.exp(-iteration / 50.0);

    void isPoor() {
        value = 0.4;
        trainLoss = 1.6;
        loss = iteration -> 1.6 + 0.7 * Math.exp(-iteration / 50.0);
    }

    /** What the network and nearest neighbours have right, and the loss of train rows that is left of 2.3. */
    void comesTo(double value, double neighbours, double left) {
        this.value = value;
        this.neighbours = neighbours;
        trainLoss = left;
    }

    List<Finding> findings() {
        return TrialDiagnosis.of(facts());
    }

    Optional<Finding> finding(String code) {
        return findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst();
    }

    Optional<Severity> severity(String code) {
        return finding(code).map(Finding::severity);
    }

    boolean warns(String code) {
        return severity(code).filter(Severity.WARNING::equals).isPresent();
    }

    private TrialFacts facts() {
        LossCurve losses = new LossCurve();
        for (int i = 0; i < iterations; i++) {
            losses.add(loss.applyAsDouble(i));
        }
        List<EpochFacts> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 20; epoch++) {
            epochs.add(new EpochFacts(
                    epoch, rate.applyAsDouble(epoch), validationLoss.applyAsDouble(epoch), value, Double.NaN));
        }
        List<TrainingLook> looks = new ArrayList<>();
        for (int i = 40; i <= iterations; i += 40) {
            looks.add(new TrainingLook(i, 0.01, 1, penalty.applyAsDouble(i), inputScale, 0.2, 0.5, 0, layers(), null));
        }
        Interval interval = new Interval(value - NOISE, value + NOISE);
        double onTrain = Double.isNaN(trainValue) ? value : trainValue;
        Interval ofTrain = new Interval(onTrain - NOISE, onTrain + NOISE);
        BestEpoch best = new BestEpoch(
                bestEpoch, value, interval, trainLoss, onTrain, ofTrain, BASELINE, 0.2, 0.3, classes, gain);
        StoppingDecision decision = new StoppingDecision(
                rule, new StoppingDecision.Watched("accuracy", 20, value, 5, 0, 0, null, null, 20));
        TrainingOutcome.NotFinite outcome = new TrainingOutcome.NotFinite("loss", 20, 0.01, 1e4);
        return new TrialFacts(
                plan(),
                losses,
                new RepeatedBatches(),
                epochs,
                looks,
                broken ? null : best,
                broken ? null : decision,
                broken ? outcome : null);
    }

    private List<TrainingLook.LayerLook> layers() {
        List<TrainingLook.LayerLook> layers =
                new ArrayList<>(List.of(layer("0-dense", firstActivations, deadShare, firstGradient)));
        for (int i = 1; i <= more; i++) {
            layers.add(layer(i + "-dense", 1, deadShareOfMore, 1));
        }
        layers.add(layer(more + 1 + "-output", 1, 0, 1));
        return layers;
    }

    private TrainingLook.LayerLook layer(String name, double activations, double dead, double gradient) {
        return new TrainingLook.LayerLook(
                name,
                frozen && name.startsWith("0"),
                activations,
                dead,
                saturatedShare,
                gradient,
                10,
                10 * updateRatio);
    }

    private TrialPlan plan() {
        return new TrialPlan(
                0.01,
                batchSize,
                0,
                0.01,
                planned,
                40,
                5,
                1280,
                800,
                true,
                network(),
                "accuracy",
                Direction.MAXIMISE,
                PRIOR,
                optimiser,
                rows(),
                new TrialPlan.Handling(augmented, 0, batchSize, momentum));
    }

    private NetworkTraits network() {
        return new NetworkTraits(
                Task.Kind.CLASSIFICATION,
                "10 classes",
                10,
                NetworkTraits.Range.SHARES,
                "softmax",
                NetworkTraits.Target.CLASS,
                "cross-entropy",
                linear,
                2,
                false,
                alike,
                List.of(),
                squashing,
                narrowest,
                restraints,
                dropped,
                heaviest,
                Double.POSITIVE_INFINITY);
    }

    private RowFacts rows() {
        Relation.Skill skill = new Relation.Skill(neighbours, 0.01);
        return new RowFacts(
                new Relation(skill, skill, skill),
                new Copies(0, 0, 1, 0, 0, 1280),
                drift,
                null,
                null,
                null,
                constantFeatures,
                0,
                structure,
                unrelated);
    }
}

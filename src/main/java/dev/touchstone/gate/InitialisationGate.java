package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.training.Learner;
import dev.touchstone.training.NetworkSignals;
import dev.touchstone.training.NetworkSignals.LayerSignals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Judges the network before its first step: inputs' scale, dead, saturated and symmetric units, the scale of
 * activations and gradients through depth, and the loss against what guessing costs.
 */
public final class InitialisationGate implements Gate {
    static final String NAME = "initialisation";

    /** Rows looked at: enough that a unit which is silent on all of them is dead for the data. */
    private static final int ROWS = 128;

    /** Amazon SageMaker Debugger, DeadRelu and SaturatedActivation: over half of a layer. */
    private static final double MOST = 0.5;

    /** SageMaker Debugger, PoorWeightInitialization: variance ratio between neighbouring layers; here of what a layer gives to what it takes. */
    private static final double VARIANCE_RATIO = 10;

    /** AUTOTRAINER (ICSE 2021): gradient norms of first and last layer, exploding. */
    private static final double EXPLODING = 70;

    /** AUTOTRAINER: vanishing, when the first layer's norm is also below {@link #VANISHED}. */
    private static final double VANISHING = 1e-3;

    private static final double VANISHED = 1e-4;

    /** Normalisation promises a scale of about 1; beyond 10 times that the inputs are not normalised. */
    private static final double INPUT_SCALE = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Before the first step, signals and gradients keep their scale through depth and the loss is that of"
                + " guessing.";
    }

    /**
     * A fault stands only when no short run learns: dropout tells units apart that start alike, gradients that a constant
     * output layer holds back begin to flow, and on easy data units that are all alike do. Nor does one of scale where the
     * answers of the trial's own training follow the rows: gradients come through, and steps may make them right in time.
     */
    @Override
    public Judgement judge(GateSubject subject) {
        Rows rows = subject.sample(ROWS, "initialisation-rows");
        try (Learner learner = subject.learners().plain(subject.networkSeed())) {
            Look look = look(subject, learner, rows);
            Map<String, Object> evidence = evidence(look);
            ShortRuns runs = subject.shortRuns();
            return firstFault(look)
                    .map(fault -> standing(fault, runs, evidence))
                    .or(() -> faultOfScale(look).map(fault -> standingUnlessAlive(fault, runs, evidence)))
                    .orElseGet(() -> judgeLoss(look.loss(), look.expected(), evidence));
        }
    }

    private static Judgement standingUnlessAlive(String fault, ShortRuns runs, Map<String, Object> evidence) {
        return runs.atOwnRate().isAlive() && !runs.anyLearns()
                ? Judgement.of(Verdict.WARN, fault + "; the answers of a short run follow the rows", evidence)
                : standing(fault, runs, evidence);
    }

    private static Judgement standing(String fault, ShortRuns runs, Map<String, Object> evidence) {
        return runs.anyLearns()
                ? Judgement.of(Verdict.WARN, fault + "; a short run learns all the same", evidence)
                : runs.rejection(fault, null, evidence);
    }

    /** @param loss the task's, which is told of any network, and not that which the network is trained by */
    private record Look(NetworkSignals signals, double loss, StartLoss expected) {}

    private static Look look(GateSubject subject, Learner learner, Rows rows) {
        NetworkSignals signals = learner.inspect(0, rows);
        return new Look(
                signals,
                subject.loss().value(signals.answers(), rows.targets()),
                StartLoss.of(subject.loss(), rows.targets(), learner.unit()));
    }

    private static Map<String, Object> evidence(Look look) {
        NetworkSignals signals = look.signals();
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("loss", look.loss());
        evidence.put("loss-of-guessing", look.expected().guessing());
        evidence.put("input-scale", signals.inputScale());
        evidence.put("layers", signals.layers().stream().map(LayerSignals::name).toList());
        put(evidence, "layer-input-scales", signals, LayerSignals::inputScale);
        put(evidence, "activation-scales", signals, LayerSignals::activationScale);
        put(evidence, "gradient-norms", signals, LayerSignals::gradientNorm);
        put(evidence, "dead-shares", signals, LayerSignals::deadShare);
        put(evidence, "saturated-shares", signals, LayerSignals::saturatedShare);
        put(evidence, "alike-shares", signals, LayerSignals::alikeShare);
        return evidence;
    }

    private static void put(
            Map<String, Object> evidence, String key, NetworkSignals signals, ToDoubleFunction<LayerSignals> signal) {
        evidence.put(key, signals.layers().stream().mapToDouble(signal).boxed().toList());
    }

    /** Faults in the order in which one explains the next: inputs, then units. */
    private static Optional<String> firstFault(Look look) {
        NetworkSignals signals = look.signals();
        double loss = look.loss();
        StartLoss expected = look.expected();
        if (!Double.isFinite(signals.loss())) {
            return Optional.of("the loss is " + signals.loss() + " before the first step");
        }
        if (!Double.isFinite(loss)) {
            return Optional.of("the answers are not finite before the first step");
        }
        boolean lossIsWild = loss > expected.wild();
        if (lossIsWild && signals.inputScale() > INPUT_SCALE) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the inputs have a scale of %.3g where about 1 is expected, and the loss starts at %.3g instead of"
                            + " %.3g: normalise the inputs",
                    signals.inputScale(),
                    loss,
                    expected.guessing()));
        }
        return hidden(signals).stream()
                .map(InitialisationGate::faultOfUnits)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<LayerSignals> hidden(NetworkSignals signals) {
        return signals.layers().subList(0, signals.layers().size() - 1);
    }

    private static Optional<String> faultOfScale(Look look) {
        return faultOfActivations(hidden(look.signals()))
                .or(() -> faultOfGradients(look.signals().layers()))
                .or(() -> tooSure(look));
    }

    private static Optional<String> tooSure(Look look) {
        return look.loss() > look.expected().wild()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the loss starts at %.3g where guessing costs %.3g: the output starts far too sure",
                        look.loss(),
                        look.expected().guessing()))
                : Optional.empty();
    }

    private static Optional<String> faultOfUnits(LayerSignals layer) {
        if (layer.activationScale() == 0) {
            return Optional.of("layer " + layer.name() + " gives 0 for every row: its units are dead");
        }
        if (layer.deadShare() > MOST) {
            return Optional.of(percent(layer.deadShare()) + " of the units of layer " + layer.name()
                    + " are dead: they give 0 for every row");
        }
        if (layer.saturatedShare() > MOST) {
            return Optional.of(percent(layer.saturatedShare()) + " of the activations of layer " + layer.name()
                    + " are saturated: its weights or inputs are too large");
        }
        if (layer.alikeShare() > MOST) {
            return Optional.of(percent(layer.alikeShare()) + " of the units of layer " + layer.name()
                    + " equal another unit on every row: the initialisation leaves them symmetric");
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfActivations(List<LayerSignals> hidden) {
        for (LayerSignals layer : hidden) {
            double ratio = Math.pow(layer.activationScale() / layer.inputScale(), 2);
            if (ratio > VARIANCE_RATIO) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "activations grow %.3g times in variance at layer %s (at most %.3g is sound): the weights start"
                                + " too large",
                        ratio,
                        layer.name(),
                        VARIANCE_RATIO));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfGradients(List<LayerSignals> all) {
        List<LayerSignals> layers =
                all.stream().filter(layer -> !layer.frozen()).toList();
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        double first = layers.get(0).gradientNorm();
        double last = layers.get(layers.size() - 1).gradientNorm();
        if (first > EXPLODING * last) {
            return Optional.of(String.format(
                    Locale.ROOT, "gradients explode: %.3g in the first layer, %.3g in the last", first, last));
        }
        if (first < VANISHING * last && first < VANISHED) {
            return Optional.of(String.format(
                    Locale.ROOT, "gradients vanish: %.3g in the first layer, %.3g in the last", first, last));
        }
        return Optional.empty();
    }

    private static Judgement judgeLoss(double loss, StartLoss expected, Map<String, Object> evidence) {
        if (loss > expected.poor()) {
            return Judgement.of(
                    Verdict.WARN,
                    String.format(
                            Locale.ROOT,
                            "the loss starts %.3g above that of guessing, which is %.3g",
                            loss - expected.guessing(),
                            expected.guessing()),
                    evidence);
        }
        return Judgement.of(
                Verdict.PASS, "signals and gradients keep their scale and the loss starts where it should", evidence);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}

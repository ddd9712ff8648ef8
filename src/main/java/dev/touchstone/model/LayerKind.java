package dev.touchstone.model;

import static dev.touchstone.model.Requirement.ACTIVATION;
import static dev.touchstone.model.Requirement.DIRECTION;
import static dev.touchstone.model.Requirement.PADDING;
import static dev.touchstone.model.Requirement.POOLING_KIND;
import static dev.touchstone.model.Requirement.RETURNS;
import static dev.touchstone.model.Requirement.SHARE_BELOW_ONE;
import static dev.touchstone.model.Requirement.UNITS;
import static dev.touchstone.model.Requirement.WEIGHTS;

import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.model.layer.ActivationOnly;
import dev.touchstone.model.layer.BatchNormalisation;
import dev.touchstone.model.layer.Convolution;
import dev.touchstone.model.layer.Embedding;
import dev.touchstone.model.layer.GlobalPooling;
import dev.touchstone.model.layer.Padding;
import dev.touchstone.model.layer.Pooling;
import dev.touchstone.model.layer.PoolingKind;
import dev.touchstone.model.layer.Recurrent;
import dev.touchstone.model.layer.SelfAttention;
import dev.touchstone.model.layer.SettledLayer;
import dev.touchstone.model.layer.Windows;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Map;

/** Layers that are told by their settings alone. */
public enum LayerKind {
    CONVOLUTION(true),
    SEPARABLE_CONVOLUTION(true),
    DEPTHWISE_CONVOLUTION(true),
    LOCALLY_CONNECTED(true),
    POOLING(true),
    GLOBAL_POOLING(true),
    BATCH_NORMALISATION(false),
    LSTM(true),
    SIMPLE_RECURRENT(true),
    EMBEDDING(false),
    SELF_ATTENTION(true),
    ACTIVATION_ONLY(false);

    private static final String FILTERS = "filters";
    private static final String MULTIPLIER = "multiplier";
    private static final String KERNEL = "kernel";
    private static final String STRIDE = "stride";
    private static final String PADDING_KEY = "padding";
    private static final String DILATION = "dilation";
    private static final String WEIGHTS_KEY = "weights";
    private static final String ACTIVATION_KEY = "activation";
    private static final String KIND = "kind";
    private static final String SIZE = "size";
    private static final String DECAY = "decay";
    private static final String UNITS_KEY = "units";
    private static final String BIDIRECTIONAL = "bidirectional";
    private static final String RETURNS_KEY = "returns";
    private static final String VALUES = "values";
    private static final String HEADS = "heads";

    /** What DL4J takes, and Keras's 0.99 for short trainings is too slow: running values must follow in few batches. */
    private static final double DEFAULT_DECAY = 0.9;

    private static final List<Integer> ONE = List.of(1);
    private static final List<Integer> TWO = List.of(2);

    private final boolean ofSteps;

    LayerKind(boolean ofSteps) {
        this.ofSteps = ofSteps;
    }

    /** How a spec writes it. */
    public String specName() {
        return this == ACTIVATION_ONLY ? ACTIVATION_KEY : SpecName.of(this);
    }

    /** Whether a recurrent layer before it hands on all steps. */
    boolean wantsSequence() {
        return ofSteps;
    }

    /** What each of its settings must be, by key. */
    Map<String, Requirement> settings() {
        return switch (this) {
            case CONVOLUTION ->
                Map.of(
                        FILTERS,
                        UNITS,
                        KERNEL,
                        UNITS,
                        STRIDE,
                        UNITS,
                        PADDING_KEY,
                        PADDING,
                        DILATION,
                        UNITS,
                        WEIGHTS_KEY,
                        WEIGHTS,
                        ACTIVATION_KEY,
                        ACTIVATION);
            case SEPARABLE_CONVOLUTION ->
                Map.of(
                        FILTERS,
                        UNITS,
                        KERNEL,
                        UNITS,
                        STRIDE,
                        UNITS,
                        PADDING_KEY,
                        PADDING,
                        DILATION,
                        UNITS,
                        ACTIVATION_KEY,
                        ACTIVATION);
            case DEPTHWISE_CONVOLUTION ->
                Map.of(
                        MULTIPLIER,
                        UNITS,
                        KERNEL,
                        UNITS,
                        STRIDE,
                        UNITS,
                        PADDING_KEY,
                        PADDING,
                        DILATION,
                        UNITS,
                        ACTIVATION_KEY,
                        ACTIVATION);
            case LOCALLY_CONNECTED ->
                Map.of(FILTERS, UNITS, KERNEL, UNITS, STRIDE, UNITS, PADDING_KEY, PADDING, ACTIVATION_KEY, ACTIVATION);
            case POOLING -> Map.of(KIND, POOLING_KIND, SIZE, UNITS, STRIDE, UNITS, PADDING_KEY, PADDING);
            case GLOBAL_POOLING -> Map.of(KIND, POOLING_KIND);
            case BATCH_NORMALISATION -> Map.of(DECAY, SHARE_BELOW_ONE);
            case LSTM, SIMPLE_RECURRENT ->
                Map.of(UNITS_KEY, UNITS, ACTIVATION_KEY, ACTIVATION, BIDIRECTIONAL, DIRECTION, RETURNS_KEY, RETURNS);
            case EMBEDDING -> Map.of(UNITS_KEY, UNITS, VALUES, UNITS);
            case SELF_ATTENTION -> Map.of(UNITS_KEY, UNITS, HEADS, UNITS);
            case ACTIVATION_ONLY -> Map.of(ACTIVATION_KEY, ACTIVATION);
        };
    }

    /** @param returns what a recurrent layer hands on when it does not say */
    SettledLayer settle(LayerValues values, Recurrent.Returns returns) {
        return switch (this) {
            case CONVOLUTION ->
                convolution(values.name(WEIGHTS_KEY, Convolution.Kind.class, Convolution.Kind.SHARED), values);
            case SEPARABLE_CONVOLUTION -> convolution(Convolution.Kind.SEPARABLE, values);
            case DEPTHWISE_CONVOLUTION -> convolution(Convolution.Kind.DEPTHWISE, values);
            case LOCALLY_CONNECTED -> convolution(Convolution.Kind.LOCAL, values);
            case POOLING -> pooling(values);
            case GLOBAL_POOLING -> new GlobalPooling(values.name(KIND, PoolingKind.class, PoolingKind.MAX));
            case BATCH_NORMALISATION -> new BatchNormalisation(values.number(DECAY, DEFAULT_DECAY));
            case LSTM -> recurrent(Recurrent.Kind.LSTM, values, returns);
            case SIMPLE_RECURRENT -> recurrent(Recurrent.Kind.SIMPLE, values, returns);
            case EMBEDDING -> new Embedding(values.whole(UNITS_KEY, 1), values.whole(VALUES, 0));
            case SELF_ATTENTION -> new SelfAttention(values.whole(UNITS_KEY, 1), values.whole(HEADS, 1));
            case ACTIVATION_ONLY -> new ActivationOnly(activation(values, ActivationFunction.RELU));
        };
    }

    private static Convolution convolution(Convolution.Kind kind, LayerValues values) {
        String width = kind == Convolution.Kind.DEPTHWISE ? MULTIPLIER : FILTERS;
        Windows windows = new Windows(
                values.wholes(KERNEL, ONE), values.wholes(STRIDE, ONE), padding(values), values.wholes(DILATION, ONE));
        return new Convolution(kind, values.whole(width, 1), windows, activation(values, ActivationFunction.RELU));
    }

    private static Pooling pooling(LayerValues values) {
        List<Integer> size = values.wholes(SIZE, TWO);
        Windows windows = new Windows(size, values.wholes(STRIDE, size), padding(values), ONE);
        return new Pooling(values.name(KIND, PoolingKind.class, PoolingKind.MAX), windows);
    }

    private static Padding padding(LayerValues values) {
        Object padding = values.value(PADDING_KEY, "valid");
        if (padding instanceof Number amount) {
            return new Padding(false, amount.intValue());
        }
        return padding.equals("same") ? Padding.SAME : Padding.VALID;
    }

    private static Recurrent recurrent(Recurrent.Kind kind, LayerValues values, Recurrent.Returns returns) {
        Object direction = values.value(BIDIRECTIONAL, false);
        return new Recurrent(
                kind,
                values.whole(UNITS_KEY, 1),
                activation(values, ActivationFunction.TANH),
                direction instanceof Boolean both
                        ? both ? Recurrent.Direction.CONCATENATE : Recurrent.Direction.FORWARD
                        : SpecName.find(Recurrent.Direction.class, direction.toString())
                                .orElseThrow(),
                values.name(RETURNS_KEY, Recurrent.Returns.class, returns));
    }

    private static ActivationFunction activation(LayerValues values, ActivationFunction usual) {
        return values.name(ACTIVATION_KEY, ActivationFunction.class, usual);
    }
}

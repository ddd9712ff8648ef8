package dev.touchstone.model.layer;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.Activation;

/** Makes DL4J's layers of sequences. */
final class StepLayers {
    private StepLayers() {}

    /** One direction of a recurrent layer. */
    static Layer of(Recurrent recurrent) {
        Layer made = recurrent.kind() == Recurrent.Kind.LSTM
                ? new LSTM.Builder()
                        .nOut(recurrent.units())
                        .activation(Dl4jActivation.of(recurrent.activation()))
                        .gateActivationFunction(Activation.SIGMOID)
                        .build()
                : new SimpleRnn.Builder()
                        .nOut(recurrent.units())
                        .activation(Dl4jActivation.of(recurrent.activation()))
                        .build();
        new DrawnWeights(Initialisation.of(recurrent.activation())).of(made);
        return recurrent.returns() == Recurrent.Returns.LAST ? new LastTimeStep(made) : made;
    }

    /** Of a sequence of codes: what a window of one step makes of them without a bias are their vectors. */
    static Layer of(Embedding embedding) {
        return weighted(new Convolution1DLayer.Builder(1, 1)
                .convolutionMode(ConvolutionMode.Truncate)
                .nOut(embedding.units())
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build());
    }

    /** Of an image with a row for each code. */
    static Layer ofRows(Embedding embedding) {
        return weighted(new ConvolutionLayer.Builder(1, embedding.values())
                .convolutionMode(ConvolutionMode.Truncate)
                .nOut(embedding.units())
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build());
    }

    static Layer of(SelfAttention attention) {
        return weighted(new SelfAttentionLayer.Builder()
                .nOut(attention.units())
                .nHeads(attention.heads())
                .projectInput(true)
                .build());
    }

    private static Layer weighted(Layer layer) {
        new DrawnWeights(Initialisation.of(ActivationFunction.IDENTITY)).of(layer);
        return layer;
    }
}

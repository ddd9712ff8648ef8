package dev.touchstone.model.layer;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;

/** Makes DL4J's layers of windows, in one dimension or two as the input has. */
final class ConvolutionLayers {
    private ConvolutionLayers() {}

    static Layer of(Convolution convolution, RowShape input) {
        Layer made = input instanceof RowShape.Sequence ? overSteps(convolution) : overPixels(convolution);
        new DrawnWeights(Initialisation.of(convolution.activation())).of(made);
        return made;
    }

    private static Layer overSteps(Convolution convolution) {
        Windows windows = convolution.windows();
        int kernel = windows.kernel(1)[0];
        int stride = windows.stride(1)[0];
        int padding = windows.padding().amount();
        IActivation activation = Dl4jActivation.of(convolution.activation());
        return convolution.kind() == Convolution.Kind.LOCAL
                ? new LocallyConnected1D.Builder()
                        .kernelSize(kernel)
                        .stride(stride)
                        .padding(padding)
                        .convolutionMode(mode(windows))
                        .nOut(convolution.filters())
                        .activation(Dl4jActivation.nameOf(convolution.activation()))
                        .build()
                : new Convolution1DLayer.Builder(kernel, stride, padding)
                        .dilation(windows.dilation(1)[0])
                        .convolutionMode(mode(windows))
                        .nOut(convolution.filters())
                        .activation(activation)
                        .build();
    }

    private static Layer overPixels(Convolution convolution) {
        Windows windows = convolution.windows();
        int[] kernel = windows.kernel(2);
        int[] stride = windows.stride(2);
        int[] padding = padding(windows);
        int[] dilation = windows.dilation(2);
        IActivation activation = Dl4jActivation.of(convolution.activation());
        return switch (convolution.kind()) {
            case SHARED ->
                new ConvolutionLayer.Builder(kernel, stride, padding)
                        .dilation(dilation)
                        .convolutionMode(mode(windows))
                        .nOut(convolution.filters())
                        .activation(activation)
                        .build();
            case SEPARABLE ->
                new SeparableConvolution2D.Builder(kernel, stride, padding)
                        .dilation(dilation)
                        .convolutionMode(mode(windows))
                        .nOut(convolution.filters())
                        .activation(activation)
                        .build();
            case DEPTHWISE ->
                new DepthwiseConvolution2D.Builder(kernel, stride, padding)
                        .depthMultiplier(convolution.filters())
                        .dilation(dilation)
                        .convolutionMode(mode(windows))
                        .activation(activation)
                        .build();
            case LOCAL ->
                new LocallyConnected2D.Builder()
                        .kernelSize(kernel)
                        .stride(stride)
                        .padding(padding)
                        .convolutionMode(mode(windows))
                        .nOut(convolution.filters())
                        .activation(Dl4jActivation.nameOf(convolution.activation()))
                        .build();
        };
    }

    static Layer of(Pooling pooling, RowShape input) {
        Windows windows = pooling.windows();
        SubsamplingLayer.PoolingType type =
                pooling.kind() == PoolingKind.MAX ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG;
        return input instanceof RowShape.Sequence
                ? new Subsampling1DLayer.Builder(
                                type,
                                windows.kernel(1)[0],
                                windows.stride(1)[0],
                                windows.padding().amount())
                        .convolutionMode(mode(windows))
                        .build()
                : new SubsamplingLayer.Builder(type, windows.kernel(2), windows.stride(2), padding(windows))
                        .convolutionMode(mode(windows))
                        .build();
    }

    static Layer of(GlobalPooling pooling) {
        return new GlobalPoolingLayer.Builder(pooling.kind() == PoolingKind.MAX ? PoolingType.MAX : PoolingType.AVG)
                .build();
    }

    private static ConvolutionMode mode(Windows windows) {
        return windows.padding().same() ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }

    private static int[] padding(Windows windows) {
        return new int[] {windows.padding().amount(), windows.padding().amount()};
    }
}

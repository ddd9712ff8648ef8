package dev.touchstone.model;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.util.StdConverter;

/**
 * Drop-connect (Wan et al. 2013) whose remaining weights are scaled up, so that a layer gives on average in training what
 * it gives in inference. DL4J's own does not scale, and its networks answer with other numbers than they were trained
 * to. In JSON it is DL4J's own, so that a network can be read without Touchstone: both are the same in inference.
 *
 * @param kept share of the weights that are kept in training
 */
@JsonSerialize(converter = InvertedDropConnect.AsDl4jHasIt.class)
record InvertedDropConnect(double kept) implements IWeightNoise {
    /** What JSON holds of it. */
    static final class AsDl4jHasIt extends StdConverter<InvertedDropConnect, DropConnect> {
        @Override
        public DropConnect convert(InvertedDropConnect inverted) {
            return new DropConnect(inverted.kept());
        }
    }

    @Override
    public INDArray getParameter(
            Layer layer, String name, int iteration, int epoch, boolean train, LayerWorkspaceMgr workspaces) {
        INDArray parameter = layer.getParam(name);
        var configured = layer.conf().getLayer();
        if (!train || !configured.initializer().isWeightParam(configured, name)) {
            return parameter;
        }
        INDArray dropped = workspaces.createUninitialized(
                ArrayType.INPUT, parameter.dataType(), parameter.shape(), parameter.ordering());
        Nd4j.getExecutioner().exec(new DropOutInverted(parameter, dropped, kept));
        return dropped;
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // nothing in it changes
    public IWeightNoise clone() {
        return this;
    }
}

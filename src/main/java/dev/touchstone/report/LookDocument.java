package dev.touchstone.report;

import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.TrainingLook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look into a network while it trained, in the {@link TrialDocument}. */
public record LookDocument(
        int iteration,
        double learningRate,
        double loss,
        double penalty,
        double gradientNorm,
        double updateRatio,
        double outputSpread,
        double outputEntropy,
        double clipped,
        @Nullable NoiseScale noise,
        List<Layer> layers) {
    /** One layer with parameters. */
    public record Layer(
            String layer,
            double activationScale,
            double deadShare,
            double saturatedShare,
            double gradientNorm,
            double updateRatio) {}

    /** Documents of looks: the last one, and others as evenly as they come, in their order. */
    static List<LookDocument> thinned(List<TrainingLook> looks) {
        return Thinned.of(looks).stream().map(LookDocument::of).toList();
    }

    private static LookDocument of(TrainingLook look) {
        return new LookDocument(
                look.iteration(),
                look.learningRate(),
                look.loss(),
                look.penalty(),
                look.gradientNorm(),
                look.updateRatio(),
                look.outputSpread(),
                look.outputEntropy(),
                look.clipped(),
                look.noise(),
                look.layers().stream().map(LookDocument::layer).toList());
    }

    private static Layer layer(TrainingLook.LayerLook layer) {
        return new Layer(
                layer.name(),
                layer.activationScale(),
                layer.deadShare(),
                layer.saturatedShare(),
                layer.gradientNorm(),
                layer.updateRatio());
    }
}

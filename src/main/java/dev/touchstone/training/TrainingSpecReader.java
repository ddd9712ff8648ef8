package dev.touchstone.training;

import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import org.jspecify.annotations.Nullable;

/** Reads the {@code training} section of a spec. The schema leaves it nothing to refuse. */
public final class TrainingSpecReader {
    private TrainingSpecReader() {}

    public static TrainingSpec read(SpecNode.Mapping section) {
        TrainingSpec usual = TrainingSpec.DEFAULT;
        return new TrainingSpec(
                section.whole("epochs").orElse(usual.epochs()),
                section.get("early-stopping").isPresent()
                        ? section.mapping("early-stopping")
                                .map(TrainingSpecReader::earlyStopping)
                                .orElse(null)
                        : usual.earlyStopping(),
                section.text("schedule")
                        .flatMap(name -> SpecName.find(Schedule.class, name))
                        .orElse(usual.schedule()));
    }

    private static @Nullable EarlyStoppingSpec earlyStopping(SpecNode.Mapping node) {
        EarlyStoppingSpec usual = EarlyStoppingSpec.DEFAULT;
        return new EarlyStoppingSpec(
                node.whole("patience").orElse(usual.patience()),
                node.number("minimum-improvement").orElse(usual.minimumImprovement()));
    }
}

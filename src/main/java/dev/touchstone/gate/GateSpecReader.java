package dev.touchstone.gate;

import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;

/** Reads the {@code gates} section of a spec. The schema leaves it nothing to refuse. */
public final class GateSpecReader {
    private GateSpecReader() {}

    public static GateSpec read(SpecNode.Mapping section) {
        GateSpec usual = GateSpec.DEFAULT;
        return new GateSpec(
                policy(section, "build", usual.build()),
                policy(section, "initialisation", usual.initialisation()),
                policy(section, "overfit-tiny-batch", usual.overfitTinyBatch()),
                policy(section, "learning-rate-range", usual.learningRateRange()));
    }

    private static Policy policy(SpecNode.Mapping section, String gate, Policy usual) {
        return section.text(gate)
                .flatMap(name -> SpecName.find(Policy.class, name))
                .orElse(usual);
    }
}

package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.TrainingLook;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Layers that are frozen. Those that no step changes although they are not are no cause: no gradient reaches them. */
final class FrozenParametersRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (facts.looks().isEmpty()) {
            return Optional.empty();
        }
        List<TrainingLook.LayerLook> layers = facts.looks().get(0).layers();
        List<String> still = IntStream.range(0, layers.size())
                .filter(i -> facts.looks().stream()
                        .allMatch(look -> look.layers().get(i).frozen()))
                .mapToObj(i -> layers.get(i).name())
                .toList();
        if (still.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.FROZEN_PARAMETERS.finding(
                still.size() == layers.size() ? Severity.ERROR : facts.severityOfCertain(),
                "no step changes " + (still.size() == layers.size() ? "any layer" : "layer " + String.join(", ", still))
                        + ", which is frozen",
                new Evidence().with("layers", still).with("looks", facts.looks().size()),
                "unfreeze it"));
    }
}

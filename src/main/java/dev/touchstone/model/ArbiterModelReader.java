package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads an Arbiter network space, and takes its parameters for the study's. Loads nothing of Arbiter or ND4J. */
final class ArbiterModelReader {
    /** The key that says which it is. */
    static final String LEARNING_RATE = "learning-rate";

    private static final Set<String> SPACES = Set.of(ArbiterModel.CHAIN, ArbiterModel.GRAPH);

    static final Pattern RATE = Pattern.compile("(.*\\.)?[uU]pdater\\.learningRate");

    private ArbiterModelReader() {}

    /** The section that is written in one place, {@code arbiter}. */
    static ModelSection read(SpecNode.Mapping section, Problems problems) {
        SpecNode node = section.at("arbiter");
        JsonNode space = node.json();
        if (!SPACES.contains(space.path(KnownClasses.CLASS).asText())) {
            problems.add(node, "expected what toJson() of Arbiter's MultiLayerSpace or ComputationGraphSpace gives");
            return new ModelSection(new ArbiterModel(space, List.of()), References.NONE);
        }
        List<String> mistakes = new ArrayList<>();
        Optional<String> stated = section.text(LEARNING_RATE);
        List<ArbiterLeaf> leaves = withRate(ArbiterLeaves.of(space, mistakes::add), stated, mistakes);
        refuseOthers(space, mistakes);
        mistakes.stream().findFirst().ifPresent(mistake -> problems.add(node, mistake));
        List<SpaceSection.Entry> entries = leaves.stream()
                .map(leaf -> new SpaceSection.Entry(leaf.name(), leaf.domain(), null, node))
                .toList();
        Set<String> names = leaves.stream().map(ArbiterLeaf::name).collect(Collectors.toUnmodifiableSet());
        return new ModelSection(new ArbiterModel(space, leaves), new References(List.of(), names), entries);
    }

    /** The one learning rate goes by the name that gates and schedules know it by. */
    private static List<ArbiterLeaf> withRate(
            List<ArbiterLeaf> leaves, Optional<String> stated, List<String> mistakes) {
        List<ArbiterLeaf> rates = leaves.stream()
                .filter(leaf -> stated.map(leaf.name()::equals)
                        .orElseGet(() -> RATE.matcher(leaf.name()).matches()))
                .toList();
        List<String> names = leaves.stream().map(ArbiterLeaf::name).toList();
        if (rates.size() > 1) {
            mistakes.add("found " + rates.size() + " learning rates: "
                    + rates.stream().map(ArbiterLeaf::name).collect(Collectors.joining(", "))
                    + "; expected one, of the network's updater, or model: {" + LEARNING_RATE + ": NAME}");
        } else if (stated.isPresent() && rates.isEmpty()) {
            mistakes.add(LEARNING_RATE + ": nothing that varies in it is called " + Quoted.of(stated.get())
                    + Nearest.hint(stated.get(), names));
        }
        return leaves.stream()
                .map(leaf -> rates.contains(leaf)
                        ? new ArbiterLeaf(Hyperparameters.LEARNING_RATE, leaf.pointer(), leaf.domain())
                        : leaf)
                .toList();
    }

    /** What rows and the spec's own sections leave no place for. */
    private static void refuseOthers(JsonNode space, List<String> mistakes) {
        for (String ends : List.of("networkInputs", "networkOutputs")) {
            if (space.path(ends).size() > 1) {
                mistakes.add("found " + space.path(ends).size() + " " + ends + ", expected one");
            }
        }
        if (space.hasNonNull("earlyStoppingConfiguration")) {
            mistakes.add("found earlyStoppingConfiguration, expected none; state training: {early-stopping: …}");
        }
        if (space.findValues("learningRateSchedule").stream().anyMatch(schedule -> !schedule.isNull())) {
            mistakes.add("found a learningRateSchedule, expected none; state training: {schedule: …}");
        }
    }
}

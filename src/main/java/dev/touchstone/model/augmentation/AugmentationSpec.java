package dev.touchstone.model.augmentation;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.data.augmentation.RowLayout;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code augmentation} section of a spec.
 *
 * @param steps in the order in which they are applied
 */
public record AugmentationSpec(List<AugmentationStep> steps) {
    /** Of a spec without the section. */
    public static final AugmentationSpec NONE = new AugmentationSpec(List.of());

    public AugmentationSpec {
        steps = List.copyOf(steps);
    }

    /** What becomes of train batches under an assignment, of data that it suits. */
    public Augmentations in(Assignment assignment, PreparedData data) {
        RowLayout layout = new RowLayout(data);
        return new Augmentations(
                steps.stream().map(step -> step.in(assignment, layout)).toList());
    }

    /** What a study keeps of it; nothing when there is nothing. */
    public Optional<String> words() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of("train batches are augmented: "
                        + steps.stream().map(AugmentationStep::words).collect(Collectors.joining(", ")));
    }

    /** What is wrong with each step that does not suit the data, in a sentence. */
    public Stream<String> misfits(PreparedData data) {
        return steps.stream().map(step -> step.kind().misfit(data)).flatMap(Optional::stream);
    }
}

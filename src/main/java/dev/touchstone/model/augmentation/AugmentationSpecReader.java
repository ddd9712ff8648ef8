package dev.touchstone.model.augmentation;

import dev.touchstone.model.SettingReader;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the {@code augmentation} section of a spec. The schema leaves it nothing to refuse; whether its references suit is
 * for {@link dev.touchstone.model.ParameterCheck} to say.
 */
public final class AugmentationSpecReader {
    private final SettingReader settings = new SettingReader();

    private AugmentationSpecReader() {}

    /** All steps that can be told. */
    public static AugmentationSection read(SpecNode.Mapping root) {
        AugmentationSpecReader reader = new AugmentationSpecReader();
        SpecNode section = root.get("augmentation").orElseGet(() -> root.section("augmentation"));
        List<AugmentationStep> steps = section.items().stream()
                .flatMap(node -> node.asMapping().stream())
                .flatMap(reader::steps)
                .toList();
        return new AugmentationSection(new AugmentationSpec(steps), reader.settings.references(section));
    }

    private Stream<AugmentationStep> steps(SpecNode.Mapping entry) {
        return entry.children().keySet().stream()
                .flatMap(name -> SpecName.find(AugmentationKind.class, name).stream())
                .map(kind ->
                        new AugmentationStep(kind, settings.readAll(entry.section(kind.specName()), kind.settings())));
    }
}

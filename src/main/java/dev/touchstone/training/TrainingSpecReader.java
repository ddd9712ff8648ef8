package dev.touchstone.training;

import dev.touchstone.metric.Metric;
import dev.touchstone.model.Requirement;
import dev.touchstone.model.Setting;
import dev.touchstone.model.SettingReader;
import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code training} section of a spec. The schema leaves it nothing to refuse; whether its references suit is for
 * {@link dev.touchstone.model.ParameterCheck} to say.
 */
public final class TrainingSpecReader {
    private final SettingReader settings = new SettingReader();

    private TrainingSpecReader() {}

    /** All that can be told of the section. */
    public static TrainingSection read(SpecNode.Mapping section) {
        TrainingSpecReader reader = new TrainingSpecReader();
        return new TrainingSection(reader.spec(section), reader.settings.references(section));
    }

    private TrainingSpec spec(SpecNode.Mapping section) {
        TrainingSpec usual = TrainingSpec.DEFAULT;
        return new TrainingSpec(
                budget(section),
                section.get("early-stopping").isPresent()
                        ? section.mapping("early-stopping")
                                .map(TrainingSpecReader::earlyStopping)
                                .orElse(null)
                        : usual.earlyStopping(),
                section.get("schedule").flatMap(this::schedule).orElse(usual.schedule()),
                new GradientSpec(
                        settings.readAll(section.section("gradient-clipping"), GradientSpec.CLIPPING),
                        rowsAtOnce(section)));
    }

    private static @Nullable EarlyStoppingSpec earlyStopping(SpecNode.Mapping node) {
        EarlyStoppingSpec usual = EarlyStoppingSpec.DEFAULT;
        return new EarlyStoppingSpec(
                isAuto(node, "patience")
                        ? Patience.AUTO
                        : node.whole("patience")
                                .<Patience>map(Patience.Epochs::new)
                                .orElse(usual.patience()),
                isAuto(node, "minimum-improvement")
                        ? MinimumImprovement.AUTO
                        : node.number("minimum-improvement")
                                .<MinimumImprovement>map(MinimumImprovement.Amount::new)
                                .orElse(usual.minimumImprovement()),
                node.text("metric")
                        .flatMap(name -> SpecName.find(Metric.class, name))
                        .orElse(null));
    }

    private static boolean isAuto(SpecNode.Mapping node, String key) {
        return node.text(key).filter("auto"::equals).isPresent();
    }

    /** Epochs are a plan by themselves only where no iterations are one. */
    private static Budget budget(SpecNode.Mapping section) {
        Integer iterations = section.whole("iterations").orElse(null);
        return new Budget(
                section.whole("epochs").orElse(iterations == null ? Budget.USUAL_EPOCHS : null),
                iterations,
                section.number("seconds").<Cut>map(Cut.Time::new).orElse(Cut.NONE));
    }

    /** A name, or one with settings. */
    private Optional<ScheduleSpec> schedule(SpecNode node) {
        return node.asText()
                .flatMap(name -> SpecName.find(ScheduleKind.class, name))
                .map(kind -> new ScheduleSpec(kind, Map.of()))
                .or(() -> node.asMapping().flatMap(this::scheduleWithSettings));
    }

    private Optional<ScheduleSpec> scheduleWithSettings(SpecNode.Mapping node) {
        return node.children().keySet().stream()
                .flatMap(name -> SpecName.find(ScheduleKind.class, name).stream())
                .findFirst()
                .map(kind -> new ScheduleSpec(kind, settings.readAll(node.section(kind.specName()), kind.settings())));
    }

    private @Nullable Setting rowsAtOnce(SpecNode.Mapping section) {
        return section.get("rows-at-once")
                .flatMap(node -> settings.read(node, Requirement.UNITS, node.asWhole()))
                .orElse(null);
    }
}

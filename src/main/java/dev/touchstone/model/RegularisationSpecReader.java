package dev.touchstone.model;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the {@code regularisation} section of a spec. The schema leaves it nothing to refuse; whether its references suit is
 * for {@link ParameterCheck} to say.
 */
public final class RegularisationSpecReader {
    private static final Map<String, Requirement> REQUIREMENTS = Arrays.stream(RegularisationKind.values())
            .collect(Collectors.toUnmodifiableMap(RegularisationKind::specName, RegularisationKind::requirement));

    private static final String SECTION = "regularisation";
    private static final String DROP_CONNECT = RegularisationKind.DROP_CONNECT.specName();
    private static final String WEIGHT_NOISE = RegularisationKind.WEIGHT_NOISE.specName();

    private RegularisationSpecReader() {}

    /**
     * All that can be told of the section; for the rest there is a problem by then.
     *
     * @param root the whole spec, for the section may be one word
     */
    public static RegularisationSection read(SpecNode.Mapping root, Problems problems) {
        if (root.text(SECTION).filter(AutoRegularisation.WORD::equals).isPresent()) {
            return new RegularisationSection(RegularisationSpec.AUTO, References.NONE);
        }
        SpecNode.Mapping section = root.section(SECTION);
        if (section.get(DROP_CONNECT).isPresent() && section.get(WEIGHT_NOISE).isPresent()) {
            problems.add(
                    section,
                    "found drop-connect and weight-noise, expected one of them: DL4J changes weights in one way at a time");
        }
        SettingReader settings = new SettingReader();
        RegularisationSpec spec = new RegularisationSpec(settings.readAll(section, REQUIREMENTS));
        return new RegularisationSection(spec, settings.references(section));
    }
}

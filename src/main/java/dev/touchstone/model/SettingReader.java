package dev.touchstone.model;

import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a section, and remembers which of them refer to parameters. */
public final class SettingReader {
    private final List<References.Use> uses = new ArrayList<>();

    /**
     * A reference when the value is text that begins with a dollar sign, else the value itself.
     *
     * @param fixed the value where it is none
     */
    public Optional<Setting> read(SpecNode node, Requirement requirement, Optional<?> fixed) {
        return node.asText()
                .filter(text -> text.startsWith("$"))
                .map(text -> reference(node, text, requirement))
                .or(() -> fixed.map(Setting.Fixed::new));
    }

    /** @param text a dollar sign and a name */
    Setting reference(SpecNode node, String text, Requirement requirement) {
        String parameter = text.substring(1);
        uses.add(new References.Use(parameter, node, requirement));
        return new Setting.Reference(parameter);
    }

    /** All numbers of a mapping whose keys are known, in its order. */
    public Map<String, Setting> readAll(SpecNode.Mapping node, Map<String, Requirement> known) {
        Map<String, Setting> found = new LinkedHashMap<>();
        node.children().forEach((key, value) -> {
            Requirement requirement = known.get(key);
            if (requirement != null) {
                read(value, requirement, number(value)).ifPresent(setting -> found.put(key, setting));
            }
        });
        return found;
    }

    private static Optional<Number> number(SpecNode node) {
        return node.asWhole().<Number>map(whole -> whole).or(node::asNumber);
    }

    /** All references of the section that was read. */
    public References references(SpecNode section) {
        return References.of(uses, section);
    }
}

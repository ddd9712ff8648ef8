package dev.touchstone.model;

import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
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
        Optional<String> parameter =
                node.asText().filter(text -> text.startsWith("$")).map(text -> text.substring(1));
        parameter.ifPresent(name -> uses.add(new References.Use(name, node, requirement)));
        return parameter.<Setting>map(Setting.Reference::new).or(() -> fixed.map(Setting.Fixed::new));
    }

    /** All references of the section that was read. */
    public References references(SpecNode section) {
        return References.of(uses, section);
    }
}

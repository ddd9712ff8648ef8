package dev.touchstone.model;

import dev.touchstone.spec.PlainScalar;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings that may be calculated, such as {@code $width / 2}. */
final class ExpressionReader {
    private static final Pattern NAME = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern OPERATION = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S+)");

    private final SettingReader settings;
    private final Problems problems;

    ExpressionReader(SettingReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * The setting of a value.
     *
     * @param fixed the value where no parameter is in it
     */
    Optional<Setting> read(SpecNode node, Requirement requirement, Optional<?> fixed) {
        String text = node.asText().orElse("");
        return text.contains("$") && !NAME.matcher(text).matches()
                ? calculated(node, text.strip(), requirement)
                : settings.read(node, requirement, fixed);
    }

    private Optional<Setting> calculated(SpecNode node, String text, Requirement requirement) {
        Matcher parts = OPERATION.matcher(text);
        Optional<Operator> operator = parts.matches() ? Operator.of(parts.group(2)) : Optional.empty();
        Optional<Setting> left = operator.flatMap(found -> operand(node, parts.group(1)));
        Optional<Setting> right = operator.flatMap(found -> operand(node, parts.group(3)));
        if (left.isEmpty() || right.isEmpty()) {
            problems.add(
                    node,
                    "expected a name such as $width or one operation on two of names and numbers, with spaces around +, -,"
                            + " * or /, such as $width / 2; found " + Quoted.of(text));
            return Optional.empty();
        }
        return Optional.of(new Setting.Calculated(
                left.get(), operator.orElseThrow(), right.get(), requirement, problems.place(node)));
    }

    private Optional<Setting> operand(SpecNode node, String text) {
        if (NAME.matcher(text).matches()) {
            return Optional.of(settings.reference(node, text, Requirement.NUMBER));
        }
        return PlainScalar.valueOf(text) instanceof Number number
                ? Optional.of(new Setting.Fixed(number))
                : Optional.empty();
    }
}

package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message about a spec, word for word. {@code spec/messages.txt} holds the cases: {@code @ line} to replace in
 * {@code spec/sound.yaml}, what to put there, and after each {@code =>} a problem that must be told.
 */
class SpecMessagesTest {
    record Case(int line, List<String> replacement, List<String> problems) {
        @Override
        public String toString() {
            return line + ": " + String.join(" / ", replacement);
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : SoundSpec.resource("messages.txt").split("\n", -1)) {
            if (line.startsWith("@ ")) {
                cases.add(new Case(Integer.parseInt(line.substring(2)), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("=> ")) {
                cases.get(cases.size() - 1).problems().add("moons.yaml:" + line.substring(3));
            } else if (!line.isEmpty()) {
                cases.get(cases.size() - 1).replacement().add(line);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_problem_is_told_with_line_and_key_and_fix(Case wrong) {
        String text = SoundSpec.with(wrong.line(), String.join("\n", wrong.replacement()));

        SpecException refusal =
                catchThrowableOfType(SpecException.class, () -> SpecFile.parse(text, SoundSpec.FILE, Overrides.NONE));

        assertThat(refusal.problems()).containsExactlyElementsOf(wrong.problems());
        assertThat(refusal.getMessage()).isEqualTo(wrong.problems().stream().collect(Collectors.joining("\n")));
    }
}

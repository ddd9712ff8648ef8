package dev.touchstone.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"breast-cancer", "diamonds", "digits", "fashion", "splice", "vowel"})
    void realSpec_isReadAsItWas(String study) throws IOException {
        SpecNode.Mapping spec = read(Files.readString(Path.of("search-spaces", study + ".yaml")));

        SpecNode.Mapping again = read(SpecWriter.write(spec));

        assertThat(again.json()).isEqualTo(spec.json());
        assertThat(again.children().keySet())
                .containsExactlyElementsOf(spec.children().keySet());
    }

    @Test
    void wordsThatLookLikeOtherValues_stayWords() {
        SpecNode.Mapping spec = read("""
                a: ['1e5', '0x1f', 'null', '~', 'true', 'yes', '', '- x', 'a: b', '#', "line\\nbreak", '1_000', '.inf']
                b: [1e-5, 1e22, 0.1, -3, 100000000000, true, null]
                c: {}
                d: []
                """);

        assertThat(read(SpecWriter.write(spec)).json()).isEqualTo(spec.json());
    }

    private static SpecNode.Mapping read(String text) {
        Problems problems = new Problems(Path.of("spec.yaml"));
        SpecNode.Mapping spec = YamlReader.read(text, problems);
        problems.throwIfAny();
        return spec;
    }
}

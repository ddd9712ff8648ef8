package dev.touchstone.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final Problems problems = new Problems(Path.of("a.yaml"));

    private SpecNode.Mapping read(String text) {
        SpecNode.Mapping root = YamlReader.read(text, problems);
        problems.throwIfAny();
        return root;
    }

    @Test
    void everyValue_knowsItsLineAndItsKeys() {
        SpecNode.Mapping root = read("# first\na:\n  - b: 1\n    c:\n      d\n  - [x,\n     y]\n");

        SpecNode first = root.at("a").items().get(0);
        SpecNode second = root.at("a").items().get(1);
        assertThat(root.at("a")).extracting(SpecNode::line, SpecNode::path).containsExactly(2, "a");
        assertThat(first).extracting(SpecNode::line, SpecNode::path).containsExactly(3, "a[0]");
        assertThat(first.asMapping().orElseThrow().at("c")).isEqualTo(new SpecNode.Scalar(4, "a[0].c", "d"));
        assertThat(second.items().get(1)).isEqualTo(new SpecNode.Scalar(7, "a[1][1]", "y"));
    }

    @Test
    void plainValues_areWhatYaml12Says() {
        assertThat(read("a: [1, 1.5, 1e-5, off, yes, true, ~, 2001-01-01, 0x10, .nan, '7', !!str 8, \"\\u00e4\"]")
                        .json()
                        .toString())
                .isEqualTo(
                        "{\"a\":[1,1.5,1.0E-5,\"off\",\"yes\",true,null,\"2001-01-01\",\"0x10\",\".nan\",\"7\",\"8\",\"ä\"]}");
    }

    @Test
    void alias_isWrittenOut() {
        assertThat(read("a: &x {b: [1]}\nc: *x\n").json().toString())
                .isEqualTo("{\"a\":{\"b\":[1]},\"c\":{\"b\":[1]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n"})
    void emptyFile_isToldWhatItNeeds(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SpecException.class)
                .hasMessageMatching("a.yaml:.*a spec needs the keys data, model and space");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - a               | 1: expected a mapping, found a list of 1; a spec needs the keys data, model and space
            a: &x [*x]        | 1: a[0][0]
            a: !foo b         | 1: a: the tag '!foo' is refused: a spec is data and loads no class; remove the tag
            a: !!binary aGk=  | 1: a: the tag '!!binary' is refused: a spec is data and loads no class; remove the tag
            !!set {a}         | 1: the tag '!!set' is refused: a spec is data and loads no class; remove the tag
            a: b\\nc: \u0007d  | 2: the character U+0007 is not allowed in YAML; remove it
            """)
    void whatIsNoPlainData_isRefusedAtItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("a.yaml:" + message);
    }

    @Test
    void deepNesting_isRefused() {
        String text = "a: " + "[".repeat(5_000) + "]".repeat(5_000);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SpecException.class)
                .message()
                .startsWith("a.yaml")
                .hasLineCount(1);
    }

    @Test
    void severalProblems_areToldTogetherInTheOrderOfTheFile() {
        assertThatThrownBy(() -> read("a: 1\nb: !x y\na: 2\n<<: {}\n"))
                .isInstanceOfSatisfying(
                        SpecException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .allMatch(problem -> problem.matches("a.yaml:[234]: .*"))
                                .isSorted());
    }
}

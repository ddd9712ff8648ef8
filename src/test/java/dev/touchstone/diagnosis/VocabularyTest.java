package dev.touchstone.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The closed vocabulary of what trainings and sweeps are found to have. */
class VocabularyTest {
    private static String row(FindingCode code) {
        return "| `" + code.specName() + "` | " + code.nature().name().toLowerCase(Locale.ROOT) + " | " + code.meaning()
                + " | " + code.source() + " |";
    }

    @Test
    void documentation_listsEveryCodeAsTheCodeHasIt() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs", "diagnosis.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.of(FindingCode.values()).map(VocabularyTest::row).toList());
    }

    @Test
    void codes_areFoundByTheirNames() {
        for (FindingCode code : FindingCode.values()) {
            assertThat(FindingCode.named(code.specName())).contains(code);
            assertThat(code.specName()).matches("[a-z]+(-[a-z]+)*");
        }
        assertThat(FindingCode.named("near-duplicates")).isEmpty();
    }

    @Test
    void contradictions_holdBothWaysAndForNoCodeItself() {
        for (FindingCode one : FindingCode.values()) {
            assertThat(one.excludes(one)).isFalse();
            for (FindingCode other : FindingCode.values()) {
                assertThat(one.excludes(other)).isEqualTo(other.excludes(one));
            }
        }
        assertThat(FindingCode.LEARNING_RATE_TOO_HIGH.excludes(FindingCode.LEARNING_RATE_TOO_LOW))
                .isTrue();
        assertThat(FindingCode.OVERFITTING.excludes(FindingCode.TOO_LITTLE_CAPACITY))
                .isTrue();
        assertThat(FindingCode.VANISHING_GRADIENT.excludes(FindingCode.EXPLODING_GRADIENT))
                .isTrue();
    }
}

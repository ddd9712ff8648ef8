package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/faults.md} says of each fault what {@code explain} says, but for the figures. */
class FaultsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "faults.md");
    private static final String SWEEP = "touchstone sweep ";
    private static final String QUOTE = "> ";

    /** Of a machine with other rounding one may be missing. */
    private static final String OTHER_FINDINGS = " With it: .*";

    @TempDir
    Path folder;

    record Fault(Path spec, List<String> quoted) {
        static Fault of(String section) {
            List<String> lines = section.lines().toList();
            return new Fault(
                    Path.of(rest(lines, SWEEP).get(0)),
                    rest(lines, QUOTE).stream().map(Fault::unfigured).toList());
        }

        private static List<String> rest(List<String> lines, String start) {
            return lines.stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        static String unfigured(String line) {
            return line.replaceAll(OTHER_FINDINGS, "").replaceAll("-?[0-9][0-9.]*(e-?[0-9]+)?", "#");
        }

        String study() {
            return spec.getFileName().toString().replace(".yaml", "");
        }

        @Override
        public String toString() {
            return study();
        }
    }

    static Stream<Fault> faults() throws IOException {
        return Stream.of(Files.readString(DOCUMENT).split("\n## ")).skip(1).map(Fault::of);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheDocumentQuotes_isWhatExplainSays(Fault fault) {
        Called swept = Called.with("sweep", fault.spec().toString(), "--on", "threads", "--reports", folder.toString());
        Called explained = Called.with("explain", fault.study(), "--trial", "1", "--reports", folder.toString());

        assertThat(explained.code()).as(swept.err() + explained.err()).isZero();
        assertThat(explained.out().split("\n\n")[0].lines().map(Fault::unfigured))
                .as(explained.out())
                .hasSizeLessThanOrEqualTo(5)
                .containsAll(fault.quoted());
    }

    @Test
    void everySpecOfAFault_isInTheDocument() throws IOException {
        try (Stream<Path> specs = Files.list(Path.of("docs", "faults"))) {
            assertThat(faults().map(Fault::spec)).hasSize(12).containsExactlyInAnyOrderElementsOf(specs.toList());
        }
        assertThat(faults()).allMatch(fault -> !fault.quoted().isEmpty());
    }
}

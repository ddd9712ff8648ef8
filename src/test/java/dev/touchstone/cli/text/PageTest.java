package dev.touchstone.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.html.SampleStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyStudy_hasAPageThatNamesItsTrials(long seed) {
        ReportModel model = SampleStudy.any(seed);

        List<String> page = StudyPage.lines(model);

        assertThat(page.get(0)).contains(model.study().head().study());
        model.ranking().stream()
                .limit(10)
                .forEach(ranked ->
                        assertThat(page).anyMatch(line -> line.matches(ranked.rank() + " +" + ranked.trial() + " .*")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyTrial_hasAPageInAsciiWhereTheTerminalKnowsNoMore(long seed) {
        SampleStudy.any(seed)
                .study()
                .trials()
                .forEach(trial -> assertThat(
                                String.join("\n", new TrialPage(Path.of("reports/digits"), false).lines(trial)))
                        .startsWith("trial " + trial.number())
                        .matches("(?s)[\\n -~]*"));
    }

    @Test
    void rangeTest_marksTheUsableIntervalAndTheTrialsRate() {
        List<String> page = new GatePage(false).lines(List.of(range(0.1)));

        assertThat(page).anyMatch(line -> line.matches(" +\\+-+=+-+"));
        assertThat(page).anyMatch(line -> line.strip().equals("^ 0.1"));
        assertThat(mark(page)).isBetween(axis(page).indexOf('='), axis(page).lastIndexOf('='));
    }

    @Test
    void rateBeyondTheRamp_standsAtItsEnd() {
        List<String> page = new GatePage(false).lines(List.of(range(1e6)));

        assertThat(mark(page)).isEqualTo(axis(page).length() - 1);
    }

    @Test
    void curveThatDiverges_stillShowsItsValley() {
        List<String> page = new GatePage(false).lines(List.of(range(0.1)));

        assertThat(page)
                .filteredOn(line -> line.contains("|") && line.contains("*"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void longReason_isWrappedBelowItself() {
        GateResult wordy = new GateResult("build", Verdict.REJECT, "word ".repeat(60), null, 0.1, Map.of());

        assertThat(new GatePage(true).lines(List.of(wordy)))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.length() <= 100);
    }

    private static String axis(List<String> page) {
        return page.stream().filter(line -> line.contains("+-")).findFirst().orElseThrow();
    }

    private static int mark(List<String> page) {
        return page.stream()
                .filter(line -> line.contains("^"))
                .findFirst()
                .orElseThrow()
                .indexOf('^');
    }

    /** Rates 1e-4 to 10; the loss falls from 2 to 1 and then explodes. */
    private static GateResult range(double own) {
        List<Double> rates = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        DoubleStream.iterate(-4, exponent -> exponent <= 1, exponent -> exponent + 0.05)
                .forEach(exponent -> {
                    rates.add(Math.pow(10, exponent));
                    losses.add(exponent < 0 ? 2 - (exponent + 4) / 4 : 1 + 1000 * exponent);
                });
        return new GateResult(
                "learning-rate-range",
                Verdict.PASS,
                "usable",
                null,
                0.1,
                Map.of("rates", rates, "losses", losses, "own-rate", own, "usable-low", 0.01, "usable-high", 0.5));
    }
}

package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.metric.Interval;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    /** Rendering takes about 2 s on one busy core; much more would mean that something became quadratic. */
    private static final Duration THOUSAND_TRIALS = Duration.ofSeconds(20);

    /** What a browser still opens at once, and mail and issue trackers still take zipped. */
    private static final int THOUSAND_TRIALS_SIZE = 16_000_000;

    private final HtmlReport report = new HtmlReport();

    @Test
    void hostileText_staysText() {
        String page = report.render(HostileStudy.draw());
        assertThat(page).contains("&lt;img src=x onerror=hacked=1&gt;").doesNotContain("<img");
        assertThat(page).contains(HostileStudy.BROKEN + "\"'&lt;/script&gt;").doesNotContain(">evidence</a>");
        assertThat(count(page, "<script")).isEqualTo(count(page, "</script>"));
        assertThat(page).contains(", 3 trials, seed 7");
        assertThat(page).doesNotContain("\u2028${1}\",").contains("\\u2028${1}");
    }

    @Test
    void picturesOfAFinding_areInThePage() {
        String page = report.render(SampleStudy.finished(1, 2));
        assertThat(page)
                .contains(
                        "<img src=\"data:image/png;base64,iVBORw0KGgo", "<figcaption>6, then taken for 9</figcaption>");
    }

    @Test
    void whatEarlyStoppingSawOfTheBest_isInThePage() {
        assertThat(report.render(SampleStudy.finished(1, 10)))
                .contains("Noise of an epoch", "accuracy, best in epoch ", "5 epochs, waited 5 epochs");
    }

    @Test
    void page_asksForNothingOutsideOfItself() {
        for (ReportModel model : List.of(SampleStudy.finished(1, 10), HostileStudy.draw())) {
            String page = report.render(model);
            String markup = page.replaceAll("(?s)<script[^>]*>.*?</script>", "");
            assertThat(matches(markup, "<[^>]*\\s(?:src|href|action|srcset|data|poster)\\s*=\\s*\"?([^\\s\">]*)"))
                    .isNotEmpty()
                    .allMatch(target -> target.startsWith("#")
                            || target.startsWith("data:image/png;base64,")
                            || target.matches("artefacts/[0-9a-f]{2}/[0-9a-f]{64}"));
            assertThat(page).doesNotContain("@import", "url(", "fetch(", "XMLHttpRequest", "<link", "<iframe");
            assertThat(page).contains("content=\"default-src &#39;none&#39;;");
        }
    }

    @Test
    void failures_areToldWithTheirEvidenceBesideThePage() {
        TrialRecord complete = new SampleTrial(3, new SplittableRandom(1)).in(TrialState.COMPLETE);
        TrialRecord failed = new SampleTrial(6, new SplittableRandom(1)).in(TrialState.FAILED);
        String page = report.render(SampleStudy.model(
                "broken", StudyStatus.FAILED, List.of(complete, failed), new TestSplitState(1, List.of())));
        assertThat(page)
                .containsOnlyOnce("<h4>What broke it on the way</h4>")
                .containsOnlyOnce("<h4>What broke it</h4>")
                .contains("<strong>native-crash</strong>: the worker crashed in native code: SIGSEGV (0xb)")
                .contains("<a href=\"artefacts/c0/" + "c0de".repeat(16) + "\">evidence</a>")
                .contains("not-finite: the training loss was not finite");
    }

    @Test
    void sameModel_givesTheSameBytes() {
        assertThat(report.render(SampleStudy.finished(4, 30)))
                .isEqualTo(new HtmlReport().render(SampleStudy.finished(4, 30)));
    }

    @Test
    void everyStateOfStudyAndTrial_renders() {
        for (long seed = 0; seed < 50; seed++) {
            ReportModel model = SampleStudy.any(seed);
            String page = report.render(model);
            assertThat(matches(page, "<h2[^>]* id=\"([a-z]+)-title\""))
                    .containsExactly(
                            "ranking",
                            "curves",
                            "hyperparameters",
                            "gates",
                            "data",
                            "endings",
                            "records",
                            "ensembles",
                            "test");
            assertThat(matches(page, " id=\"trial-(\\d+)\""))
                    .isEqualTo(model.study().trials().stream()
                            .map(trial -> Integer.toString(trial.number()))
                            .toList());
            assertThat(matches(page, "\\sid=\"([^\"]*)\"")).doesNotHaveDuplicates();
            assertThat(page).doesNotContain(">null<", " null<", "@Nullable", ">NaN");
        }
    }

    @Test
    void studyWithoutTrials_saysSoInEverySection() {
        String page = report.render(
                SampleStudy.model("empty", StudyStatus.RUNNING, List.of(), new TestSplitState(0, List.of())));
        assertThat(page)
                .contains("No trial has run yet.")
                .contains("Nothing is ranked yet")
                .contains("No epoch has ended yet")
                .contains("There is nothing to compare yet")
                .contains("No gate has judged a trial.")
                .contains("No trial was rejected, failed or interrupted.")
                .contains("There is no trial yet.")
                .contains("The study has no test split.");
    }

    @Test
    void valuesThatAreNotNumbers_areDashes() {
        TrialRecord trial = new SampleTrial(1, new SplittableRandom(1)).in(TrialState.COMPLETE);
        ReportModel drawn =
                SampleStudy.model("nan", StudyStatus.FINISHED, List.of(trial), new TestSplitState(1, List.of()));
        Ranked broken = new Ranked(1, 1, Double.NaN, new Interval(Double.NaN, Double.NaN), Double.NaN, true);
        String page = report.render(new ReportModel(drawn.study(), List.of(broken), drawn.test()));
        assertThat(page).contains("Trial 1 leads with accuracy – (95 % interval – to –)");
    }

    @Test
    void openings_areListedWithTheirFigureOrItsAbsence() {
        Instant at = Instant.parse("2026-03-02T08:00:00Z");
        var result = new TestSplitState.Result(
                Map.of("accuracy", 0.9666),
                Map.of("accuracy", new Interval(0.93, 0.98)),
                Map.of("accuracy", new Interval(0.92, 0.99)));
        var test = new TestSplitState(
                270,
                List.of(
                        new TestSplitState.Opening(
                                at,
                                "digits",
                                1,
                                "final figure",
                                "ada",
                                List.of(new TestSplitState.Related(at, "copied", 4, "eve", 85)),
                                result),
                        new TestSplitState.Opening(
                                at.plusSeconds(60), "another-study", 2, "second look", "bob", List.of(), null)));
        String page = report.render(SampleStudy.model("digits", StudyStatus.FINISHED, List.of(), test));
        assertThat(page)
                .contains("final figure", "ada", "<strong>0.9666</strong>", "0.9300 to 0.9800", "0.9200 to 0.9900")
                .contains("trial 4 of copied", "eve", "85 of these rows")
                .contains("second look", "bob", "another-study, trial 2", "no result was recorded");
    }

    @Test
    void objectionToTheRecord_isShownInPlaceOfOpenings() {
        var test = new TestSplitState(270, List.of(), "the line <7> is missing");
        String page = report.render(SampleStudy.model("digits", StudyStatus.FINISHED, List.of(), test));
        assertThat(page).contains("The record of its openings was changed", "the line &lt;7&gt; is missing");
    }

    @Test
    void sealedSplit_namesTheCommandThatOpensIt() {
        assertThat(report.render(SampleStudy.finished(1, 3))).contains("touchstone test digits --trial N --reason");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, LearningCurves.MAX_TRIALS + 100})
    void learningCurves_areCappedAndSaySo(int trials) {
        List<TrialRecord> complete = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(trials);
        for (int number = 1; number <= trials; number++) {
            complete.add(new SampleTrial(number, random).in(TrialState.COMPLETE));
        }
        String page = report.render(
                SampleStudy.model("many", StudyStatus.FINISHED, complete, new TestSplitState(1, List.of())));
        String note = "Showing " + LearningCurves.MAX_TRIALS + " of " + trials + " trials, the best first.";
        assertThat(page.contains(note)).isEqualTo(trials > LearningCurves.MAX_TRIALS);
    }

    @Test
    void thousandTrials_areRenderedInSecondsAndIntoAFileOfUsableSize() {
        ReportModel model = SampleStudy.finished(1, 1_000);
        Instant start = Instant.now();
        String page = report.render(model);
        assertThat(Duration.between(start, Instant.now())).isLessThan(THOUSAND_TRIALS);
        assertThat(page.length()).isLessThan(THOUSAND_TRIALS_SIZE);
    }

    @Test
    void write_replacesTheOldPage(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("digits").resolve("index.html");
        report.write(SampleStudy.finished(1, 2), file);
        report.write(SampleStudy.finished(2, 2), file);
        assertThat(Files.readString(file)).isEqualTo(report.render(SampleStudy.finished(2, 2)));
    }

    @Test
    void rankingOfATrialThatTheStudyLacks_isRefused() {
        ReportModel model = SampleStudy.finished(1, 2);
        Ranked stranger = new Ranked(1, 99, 0.5, new Interval(0, 1), 1, true);
        assertThatThrownBy(() -> report.render(new ReportModel(model.study(), List.of(stranger), model.test())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trial 99");
    }

    private static List<String> matches(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }
}

package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

class HtmlReportBrowserIT {
    private static final int WIDE = 1280;
    private static final int PHONE = 360;

    /** WCAG 2.1, success criterion 1.4.3: what text needs at level AA. */
    private static final double READABLE = 4.5;

    /**
     * Whether every chart that is not in a closed record shows at least one pixel; scrolls to the first that does not.
     * Canvases are shrunk before they are read, which leaves no empty pixel where there was ink.
     */
    private static final String DRAWN = """
            const inked = canvas => {
              if (!canvas?.width) return false;
              const small = new OffscreenCanvas(64, 64).getContext('2d', {willReadFrequently: true});
              small.drawImage(canvas, 0, 0, 64, 64);
              return small.getImageData(0, 0, 64, 64).data.some(value => value > 0);
            };
            const seen = window.seenWithInk ??= new WeakSet();
            const open = [...document.querySelectorAll('figure.chart')]
                .filter(figure => !figure.closest('details:not([open])'));
            for (const figure of open) {
              if (!seen.has(figure) && !inked(figure.querySelector('canvas'))) {
                figure.scrollIntoView({behavior: 'instant', block: 'center'});
                return false;
              }
              seen.add(figure);
            }
            return open.length > 0;
            """;

    /** The texts that are hardest to read, each with its contrast to the colour behind it. */
    private static final String FAINT = """
            const parse = colour => colour.match(/[\\d.]+/g).map(Number);
            const luminance = ([r, g, b]) => [r, g, b].map(value => value / 255)
                .map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
                .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
            const behind = element => {
              for (let at = element; at; at = at.parentElement) {
                const colour = parse(getComputedStyle(at).backgroundColor);
                if (colour.length === 3 || colour[3] === 1) return colour;
              }
              throw new Error('nothing behind');
            };
            const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            return [...document.querySelectorAll('body *')]
                .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .filter(element => !element.closest('script, style, option, svg'))
                .map(element => [ratio(luminance(parse(getComputedStyle(element).color)), luminance(behind(element))),
                    element.textContent.trim().slice(0, 40)])
                .filter(([contrast]) => contrast < arguments[0])
                .map(([contrast, text]) => contrast.toFixed(2) + ' ' + text);
            """;

    @TempDir
    static Path profile;

    private static Browser browser;
    private final HtmlReport report = new HtmlReport();

    @BeforeAll
    static void start() {
        browser = new Browser(profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @AfterEach
    void browserHasNothingToComplainAbout() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyChart_isDrawnOnceItIsSeen() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 24)), WIDE);
        waitUntil(DRAWN);
    }

    @Test
    void pictureOfAFinding_isDrawn() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 2)), WIDE);
        waitUntil("return document.querySelector('.pictures img').naturalWidth === 1;");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 8, 13})
    void anyStudy_isDrawnWithoutErrors(long seed) throws Exception {
        browser.open(report.render(SampleStudy.any(seed)), WIDE);
        openRecords();
        waitUntil("if (!document.querySelector('figure.chart')) return true;" + DRAWN);
    }

    @Test
    void linkToATrial_opensItsRecordAndDrawsItsCharts() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 24)), WIDE);
        int leader = SampleStudy.finished(1, 24).ranking().get(0).trial();
        browser.driver().findElement(By.linkText("Trial " + leader)).click();
        assertThat(browser.ask("return document.getElementById('trial-" + leader + "').open"))
                .isEqualTo(true);
        waitUntil(DRAWN);
    }

    @Test
    void columnHeader_sortsUpAndDown() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 40)), WIDE);
        assertThat(trialsInRanking()).isNotEqualTo(sorted(Comparator.naturalOrder()));
        var header = browser.driver().findElement(By.xpath("//section[@id='ranking']//th[2]/button"));
        header.click();
        assertThat(trialsInRanking()).isEqualTo(sorted(Comparator.naturalOrder()));
        header.click();
        assertThat(trialsInRanking()).isEqualTo(sorted(Comparator.reverseOrder()));
    }

    @Test
    void trialsWithoutAHyperparameter_staySortedLast() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 40)), WIDE);
        var header = browser.driver().findElement(By.xpath("//section[@id='ranking']//th[button='momentum']/button"));
        int column = ((Number) browser.ask("return arguments[0].closest('th').cellIndex", header)).intValue();
        for (int click = 0; click < 2; click++) {
            header.click();
            List<String> keys = keys(column);
            int filled = (int) keys.stream().filter(key -> !key.isEmpty()).count();
            assertThat(filled).isBetween(1, keys.size() - 1);
            assertThat(keys.subList(filled, keys.size())).containsOnly("");
        }
    }

    @Test
    void chosenTrial_isDrawnInstead() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 24)), WIDE);
        waitUntil(DRAWN);
        Object before = losses();
        new Select(browser.driver().findElement(By.id("loss-trial"))).selectByIndex(5);
        new WebDriverWait(browser.driver(), Duration.ofSeconds(10)).until(driver -> !losses().equals(before));
    }

    @Test
    void phone_needsNoSidewaysScrolling() throws Exception {
        for (String page : List.of(report.render(SampleStudy.finished(1, 24)), report.render(HostileStudy.draw()))) {
            browser.open(page, PHONE);
            openRecords();
            waitUntil(DRAWN);
            assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void hostileText_neverRuns() throws Exception {
        browser.open(report.render(HostileStudy.draw()), WIDE);
        openRecords();
        waitUntil(DRAWN);
        assertThat(browser.ask("return [typeof hacked, document.querySelectorAll('img').length]"))
                .isEqualTo(List.of("undefined", 0L));
        assertThat(browser.ask("return document.querySelector('h1').textContent"))
                .isEqualTo(HostileStudy.ATTACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void text_isReadableInEitherScheme(String scheme) throws Exception {
        browser.prefer(scheme);
        browser.open(report.render(SampleStudy.finished(1, 24)), WIDE);
        openRecords();
        assertThat((List<?>) browser.ask(FAINT, READABLE)).isEmpty();
        assertThat((List<?>) browser.ask(FAINT, 22)).as("the check sees text").isNotEmpty();
    }

    @Test
    void tablesAndSections_areNamedForScreenReaders() throws Exception {
        browser.open(report.render(SampleStudy.finished(1, 24)), WIDE);
        assertThat(browser.ask("""
                        const named = id => document.getElementById(id)?.textContent.trim();
                        return [
                          ...[...document.querySelectorAll('table')].filter(table => !table.caption?.textContent.trim()),
                          ...[...document.querySelectorAll('th')].filter(header => !header.scope),
                          ...[...document.querySelectorAll('[aria-labelledby]')].filter(
                              element => !named(element.getAttribute('aria-labelledby'))),
                          ...[...document.querySelectorAll('[role=img]')].filter(
                              element => !element.getAttribute('aria-label')),
                          ...[...document.querySelectorAll('a[href^="#"]')].filter(link => !document.querySelector(link.hash)),
                        ].map(element => element.outerHTML.slice(0, 80));
                        """)).isEqualTo(List.of());
    }

    @Test
    void thousandTrials_stayUsable() throws Exception {
        String page = report.render(SampleStudy.finished(1, 1_000));
        browser.open(page, WIDE);
        waitUntil("""
                const canvas = document.querySelector('#curves canvas');
                document.getElementById('curves').scrollIntoView({behavior: 'instant'});
                return canvas !== null;
                """);
        browser.ask("document.querySelector('#ranking th:nth-child(2) button').click()");
        assertThat(trialsInRanking()).isSorted().hasSizeGreaterThan(500);
    }

    private static void waitUntil(String script) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(20))
                .until(driver -> Boolean.TRUE.equals(browser.ask(script)));
    }

    private static void openRecords() {
        browser.ask("document.querySelectorAll('details').forEach(record => record.open = true)");
    }

    private static Object losses() {
        return browser.ask("return document.querySelector('[data-chart=epoch-losses] canvas').toDataURL()");
    }

    private static List<Integer> trialsInRanking() {
        return keys(1).stream().map(Integer::valueOf).toList();
    }

    private static List<Integer> sorted(Comparator<Integer> order) {
        return trialsInRanking().stream().sorted(order).toList();
    }

    /** What the cells of a column of the ranking sort on, from top to bottom. */
    private static List<String> keys(int column) {
        List<?> keys = (List<?>) browser.ask(
                "return [...document.querySelectorAll('#ranking tbody tr')].map(row => row.cells[arguments[0]].dataset.key)",
                column);
        return IntStream.range(0, keys.size())
                .mapToObj(index -> (String) keys.get(index))
                .toList();
    }
}

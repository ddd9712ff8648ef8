package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void scratch() throws Exception {
        HtmlReport report = new HtmlReport();
        report.write(SampleStudy.finished(1, 24), Path.of("/tmp/h/shots/r24.html"));
        long t = System.nanoTime();
        String big = report.render(SampleStudy.finished(1, 1000));
        System.out.println(big.length() + " " + (System.nanoTime() - t) / 1e6);
        report.write(SampleStudy.finished(1, 1000), Path.of("/tmp/h/shots/r1000.html"));
        report.write(SampleStudy.any(5), Path.of("/tmp/h/shots/any.html"));
        assertThat(big).isNotEmpty();
    }
}

package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.ColumnRule;
import dev.touchstone.data.SpecColumn;
import dev.touchstone.data.SplitBy;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vowels that speaker after speaker recorded, a minute each: rows of about the same time are alike. */
class TimeLeakageCheckTest {
    private static RealTable recorded() {
        RealTable vowel = RealTable.vowel();
        LocalDateTime start = LocalDateTime.of(1989, 6, 1, 9, 0);
        vowel.addColumn("recorded", start::plusMinutes);
        List.of("recorded", "speaker").forEach(column -> vowel.rule(column, ColumnRule.Word.IGNORE));
        return vowel;
    }

    @Test
    void timesTornApartByARandomSplit_areAnErrorWhateverTheOrderOfRows() {
        RealTable vowel = recorded();
        Collections.shuffle(vowel.rows, new Random(3));

        List<Finding> findings = vowel.check();

        Finding finding = RealTable.found(findings, "time-leakage");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence()).containsEntry("column", "recorded");
        assertThat(finding.remedy()).contains("time: recorded");
        assertThat(findings).extracting(Finding::code).doesNotContain("source-order-leakage");
    }

    @Test
    void rowsNearEachOtherInTheSource_areAWarningWithoutAnyColumnOfTimes() {
        RealTable vowel = RealTable.vowel();
        vowel.rule("speaker", ColumnRule.Word.IGNORE);

        assertThat(RealTable.found(vowel.check(), "source-order-leakage").severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void numberOfTheRowAsAFeature_doesNotHideIt() {
        RealTable vowel = RealTable.vowel();
        vowel.rule("speaker", ColumnRule.Word.IGNORE);
        vowel.addColumn("minute", row -> row);

        assertThat(vowel.check()).extracting(Finding::code).contains("source-order-leakage", "identifier-feature");
    }

    @Test
    void rowsDividedByTime_areAllWellHoweverTheyDrift() {
        RealTable vowel = recorded();
        vowel.addColumn("drift", row -> row / 10.0 + Math.cos(row));
        vowel.split = new SplitSpec(0.6, 0.2, 0.2, new SplitBy.Time(new SpecColumn("recorded", "data.split"), 0), 7);

        assertThat(vowel.check()).extracting(Finding::code).doesNotContain("time-leakage", "source-order-leakage");
    }
}

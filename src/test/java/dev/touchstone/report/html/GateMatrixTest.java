package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GateMatrixTest {
    private final List<TrialRecord> trials = SampleStudy.finished(1, 40).study().trials();
    private final GateMatrix matrix = GateMatrix.of(trials);

    @Test
    void gates_standInTheOrderInWhichTheyJudge() {
        assertThat(matrix.gates())
                .containsExactly("build", "initialisation", "overfit-tiny-batch", "learning-rate-range");
    }

    @Test
    void gateThatNeverJudgedATrial_isAnEmptyCell() {
        int range = matrix.gates().indexOf("learning-rate-range");
        for (GateMatrix.Row row : matrix.rows()) {
            assertThat(row.results().get(range) == null).isEqualTo(row.state() == TrialState.GATED);
        }
    }

    @Test
    void trialThatWasNotJudged_hasNoRow() {
        TrialRecord queued = new SampleTrial(1, new SplittableRandom(1)).in(TrialState.QUEUED);
        assertThat(GateMatrix.of(List.of(queued)).rows()).isEmpty();
    }

    @Test
    void rangeTests_areCappedAndThoseThatDidNotPassComeFirst() {
        assertThat(matrix.rangeTests()).hasSize(GateMatrix.MAX_RANGE_TESTS);
        assertThat(matrix.measured()).isGreaterThan(GateMatrix.MAX_RANGE_TESTS);
        assertThat(matrix.rangeTests().get(0).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void rangeTestWithoutUsableInterval_isStillDrawn() {
        Map<String, Object> evidence = new java.util.HashMap<>(
                Map.of("rates", List.of(1e-4, 1e-3), "losses", List.of(2.3, "NaN"), "own-rate", 0.1));
        evidence.put("usable-low", null);
        Chart chart = Chart.of(result(evidence)).orElseThrow();
        assertThat(chart.caption()).contains("No usable interval was found").contains("own rate is 0.1");
    }

    @Test
    void evidenceWithoutNumbers_isNotDrawn() {
        assertThat(Chart.of(result(Map.of()))).isEmpty();
        assertThat(Chart.of(result(Map.of("losses", List.of("NaN"))))).isEmpty();
        assertThat(Chart.of(result(Map.of("rates", List.of(0.1), "losses", Collections.singletonList(null)))))
                .isEmpty();
    }

    private static GateResult result(Map<String, Object> evidence) {
        return new GateResult("learning-rate-range", Verdict.INCONCLUSIVE, "unclear", null, 0.1, evidence);
    }
}

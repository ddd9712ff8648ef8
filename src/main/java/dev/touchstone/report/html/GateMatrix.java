package dev.touchstone.report.html;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts of all gates on all trials.
 *
 * @param gates in the order in which they judged
 * @param rows one for each trial that was judged
 * @param rangeTests curves of the learning-rate range, those with something to say first
 * @param measured how many trials have such a curve
 */
public record GateMatrix(List<String> gates, List<Row> rows, List<RangeTest> rangeTests, long measured) {
    /** Two screens of small pictures; each trial's record has its own in full. */
    static final int MAX_RANGE_TESTS = 12;

    /** @param results one for each gate, null where it did not judge the trial */
    public record Row(int trial, TrialState state, List<@Nullable GateResult> results) {}

    /** A range test's picture. */
    public record RangeTest(int trial, Verdict verdict, Chart chart) {}

    static GateMatrix of(List<TrialRecord> trials) {
        Set<String> gates = new LinkedHashSet<>();
        trials.forEach(trial -> trial.gates().forEach(result -> gates.add(result.gate())));
        List<Row> rows = new ArrayList<>();
        List<RangeTest> rangeTests = new ArrayList<>();
        for (TrialRecord trial : trials) {
            if (!trial.gates().isEmpty()) {
                rows.add(new Row(
                        trial.number(),
                        trial.state(),
                        gates.stream().map(gate -> result(trial, gate)).toList()));
            }
            for (GateResult result : trial.gates()) {
                Optional<Chart> chart =
                        Chart.of(result).filter(drawn -> drawn.kind().equals(Chart.RANGE_TEST));
                chart.ifPresent(drawn -> rangeTests.add(new RangeTest(trial.number(), result.verdict(), drawn)));
            }
        }
        List<RangeTest> shown = rangeTests.stream()
                .sorted(Comparator.comparing(test -> test.verdict() == Verdict.PASS))
                .limit(MAX_RANGE_TESTS)
                .toList();
        return new GateMatrix(List.copyOf(gates), rows, shown, rangeTests.size());
    }

    private static @Nullable GateResult result(TrialRecord trial, String gate) {
        return trial.gates().stream()
                .filter(result -> result.gate().equals(gate))
                .findFirst()
                .orElse(null);
    }
}

package dev.touchstone.cli.text;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.spec.SpecName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.WordUtils;

/** What the gates said, on one screen: verdicts with their reasons, and the curve that a verdict was read from. */
public final class GatePage {
    private static final int WIDTH = 100;
    private static final int CURVE_LINES = 5;
    private static final int CURVE_COLUMNS = 64;

    private final boolean unicode;

    /** @param unicode whether the terminal shows more than ASCII */
    public GatePage(boolean unicode) {
        this.unicode = unicode;
    }

    /** The page of all gates that judged, in their order. */
    public List<String> lines(List<GateResult> gates) {
        List<String> lines = new ArrayList<>();
        int names = gates.stream().mapToInt(gate -> gate.gate().length()).max().orElse(0);
        gates.forEach(gate -> lines.addAll(verdict(gate, names)));
        gates.stream().filter(GatePage::deservesCurve).forEach(gate -> lines.addAll(curve(gate)));
        return lines;
    }

    private static List<String> verdict(GateResult gate, int names) {
        String head = String.format(
                Locale.ROOT,
                "%-12s  %-" + names + "s  %6s  ",
                word(gate.verdict()),
                gate.gate(),
                Figures.seconds(gate.seconds()));
        List<String> lines = new ArrayList<>();
        for (String part : WordUtils.wrap(gate.reason(), WIDTH - head.length()).split("\\R")) {
            lines.add((lines.isEmpty() ? head : " ".repeat(head.length())) + part);
        }
        return lines;
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.REJECT ? "REJECT" : SpecName.of(verdict);
    }

    /** The range test's curve always tells something; a curve of losses only where they are why a gate rejected. */
    private static boolean deservesCurve(GateResult gate) {
        return !Evidence.numbers(gate.evidence(), "rates").isEmpty()
                || (gate.verdict() == Verdict.REJECT
                        && !Evidence.numbers(gate.evidence(), "losses").isEmpty());
    }

    private List<String> curve(GateResult gate) {
        List<Double> losses = Evidence.numbers(gate.evidence(), "losses");
        List<Double> rates = Evidence.numbers(gate.evidence(), "rates");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  loss of " + gate.gate() + (rates.isEmpty() ? " by step" : " by learning rate"));
        lines.addAll(new Plot(CURVE_COLUMNS, CURVE_LINES, unicode).drawWithScale(clipped(losses)));
        if (!rates.isEmpty()) {
            lines.addAll(new RateAxis(rates, CURVE_COLUMNS, unicode).lines(gate.evidence()));
        }
        return lines;
    }

    /** Losses far above the first are cut, or a diverging end would flatten all that there is to see. */
    private static List<Double> clipped(List<Double> losses) {
        double first = losses.get(0);
        double low =
                losses.stream().filter(Double::isFinite).min(Double::compare).orElse(first);
        double highest = first + (first - low) / 2;
        return losses.stream()
                .map(loss -> highest > low ? Math.min(loss, highest) : loss)
                .toList();
    }
}

package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.gate.GateResult;
import java.util.ArrayList;
import java.util.List;

/** The learning-rate range test as a picture and numbers. */
public final class RatePage {
    /** Enough to see the curve's shape in the numbers, on one screen with its picture. */
    private static final int ROWS = 10;

    private final boolean unicode;

    /** @param unicode whether the terminal shows more than ASCII */
    public RatePage(boolean unicode) {
        this.unicode = unicode;
    }

    /** The page of one range test. */
    public List<String> lines(GateResult result) {
        List<Double> rates = Evidence.numbers(result.evidence(), "rates");
        List<Double> losses = Evidence.numbers(result.evidence(), "losses");
        List<String> lines = new ArrayList<>(new GatePage(unicode).lines(List.of(result)));
        lines.add("");
        Table table = new Table().row("  rate", "smoothed loss");
        int rows = Math.min(ROWS, Math.min(rates.size(), losses.size()));
        for (int row = 0; row < rows; row++) {
            int index = rows == 1 ? 0 : Math.round((float) row * (rates.size() - 1) / (rows - 1));
            table.row("  " + ShortNumber.of(rates.get(index)), ShortNumber.of(losses.get(index)));
        }
        lines.addAll(table.lines());
        return lines;
    }
}

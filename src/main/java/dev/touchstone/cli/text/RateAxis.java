package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The axis below a curve over learning rates: the usable interval is drawn thick, the trial's own rate is marked. */
final class RateAxis {
    private final List<Double> rates;
    private final int columns;
    private final boolean unicode;

    /** @param rates ascending; every one of them has as much of the axis */
    RateAxis(List<Double> rates, int columns, boolean unicode) {
        this.rates = rates;
        this.columns = columns;
        this.unicode = unicode;
    }

    List<String> lines(Map<String, Object> evidence) {
        double low = Evidence.number(evidence, "usable-low");
        double high = Evidence.number(evidence, "usable-high");
        double own = Evidence.number(evidence, "own-rate");
        StringBuilder axis = new StringBuilder(unicode ? "└" : "+");
        for (int column = 0; column < columns; column++) {
            double rate = rates.get(Math.round((float) column * (rates.size() - 1) / (columns - 1)));
            axis.append(mark(rate >= low && rate <= high));
        }
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(Plot.MARGIN) + axis);
        lines.add(" ".repeat(Plot.MARGIN + 1) + ends());
        if (Double.isFinite(own)) {
            lines.add(" ".repeat(Plot.MARGIN + 1 + column(own)) + "^ " + ShortNumber.of(own));
        }
        return lines;
    }

    private char mark(boolean usable) {
        if (unicode) {
            return usable ? '━' : '─';
        }
        return usable ? '=' : '-';
    }

    private String ends() {
        String first = ShortNumber.of(rates.get(0));
        String last = ShortNumber.of(rates.get(rates.size() - 1));
        return first + " ".repeat(Math.max(1, columns - first.length() - last.length())) + last;
    }

    /** Where a rate stands on the axis; one that is off the axis stands at its nearer end. */
    private int column(double rate) {
        int above = 0;
        while (above < rates.size() - 1 && rates.get(above) < rate) {
            above++;
        }
        if (above == 0 || rates.get(above) <= rate) {
            return Math.round((float) above * (columns - 1) / Math.max(1, rates.size() - 1));
        }
        double below = rates.get(above - 1);
        double share = Math.log(rate / below) / Math.log(rates.get(above) / below);
        return (int) Math.round((above - 1 + share) * (columns - 1) / (rates.size() - 1));
    }
}

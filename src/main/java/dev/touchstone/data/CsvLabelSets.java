package dev.touchstone.data;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Several label columns, each of which says whether a row has that label. */
final class CsvLabelSets implements CsvLabels {
    private final List<String> names;
    private final CsvMistakes mistakes;
    private final BitSet flags = new BitSet();
    private int count;

    CsvLabelSets(List<String> names, CsvMistakes mistakes) {
        this.names = names;
        this.mistakes = mistakes;
    }

    @Override
    public void add(List<String> cells, long line) {
        for (int i = 0; i < cells.size(); i++) {
            flags.set(count++, flag(cells.get(i), names.get(i), line));
        }
    }

    private boolean flag(String cell, String name, long line) {
        String text = cell.toLowerCase(Locale.ROOT);
        double number = Decimal.parse(text);
        boolean has = text.equals("true") || number == 1;
        if (!has && !text.equals("false") && number != 0) {
            mistakes.cell(line, name, cell, "0 or 1, or false or true, as in each of several label columns");
        }
        return has;
    }

    @Override
    public Labelled labelled() {
        boolean[] all = new boolean[count];
        flags.stream().forEach(flag -> all[flag] = true);
        return new Labelled(new Targets.LabelSets(names.size(), all), names);
    }
}

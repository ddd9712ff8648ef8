package dev.touchstone.data;

import java.util.List;

/** The label columns of a table, row by row as they come. */
sealed interface CsvLabels permits CsvLabel, CsvLabelSets {
    /** What reads the labels of a source. */
    static CsvLabels of(Source.Csv source, CsvMistakes mistakes) {
        return source.labels().size() == 1
                ? new CsvLabel(source.labels().get(0), source.table().task(), mistakes)
                : new CsvLabelSets(source.labels(), mistakes);
    }

    /** @param cells of one row, in the order of the source's labels */
    void add(List<String> cells, long line);

    /** What all of them are for; ends the columns. Adds to the mistakes what only the whole tells. */
    Labelled labelled();
}

package dev.touchstone.study;

import dev.touchstone.data.vault.Looks;
import dev.touchstone.data.vault.RelatedOpening;
import java.util.List;

/**
 * What an opening of the test split showed.
 *
 * @param rows of the test split
 * @param figures one for each metric
 * @param looks openings of the data set's test rows, by any study, this one and those of changed copies included
 * @param withoutResult how many of those before came to no result: the process ended in between, or has not ended yet
 * @param related openings of changed copies of the data that saw some of the rows
 * @param baseline what the figures' baseline does, in words
 */
public record TestFigures(
        int rows,
        List<TestFigure> figures,
        Looks looks,
        int withoutResult,
        List<RelatedOpening> related,
        String baseline) {}

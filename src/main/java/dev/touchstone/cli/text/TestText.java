package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.vault.Examinee;
import dev.touchstone.data.vault.Looks;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.data.vault.RelatedOpening;
import dev.touchstone.report.ReportModel;
import dev.touchstone.study.TestFigure;
import dev.touchstone.study.TestFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the test rows said about a trial or an ensemble, beside what the validation rows said, and how much stands behind it. */
public final class TestText {
    private TestText() {}

    /**
     * A table with one line for each metric, and what to think of it.
     *
     * @param model of the study whose trial it is
     */
    public static List<String> lines(OpeningRequest request, TestFigures figures, ReportModel model) {
        List<String> lines = new ArrayList<>();
        lines.add(request.examinee().words() + " of " + request.study() + " on the " + figures.rows()
                + " rows of the test split");
        lines.addAll(table(figures));
        lines.add("");
        lines.add("validation  " + chosen(request.examinee(), model)
                + model.ranking().size() + " complete trials, of "
                + model.study().trials().size() + " in all");
        lines.add("optimism    how much better the "
                + (request.examinee().trial() == null ? "ensemble" : "trial")
                + " looked there than on the test split");
        lines.add("baseline    " + figures.baseline());
        lines.add("openings    " + openings(figures));
        figures.related().forEach(opening -> lines.add("            " + inWords(opening)));
        return lines;
    }

    private static String chosen(Examinee examinee, ReportModel model) {
        if (examinee.trial() != null) {
            return "chose this trial as rank " + model.ranks().get(examinee.trial()) + " of ";
        }
        return model.study().ensembles().stream()
                .filter(kept -> Integer.valueOf(kept.number()).equals(examinee.ensemble()))
                .map(kept -> "chose what it is made of (" + kept.ensemble().membersInWords() + ") from ")
                .findFirst()
                .orElseThrow();
    }

    private static List<String> table(TestFigures figures) {
        Table table =
                new Table().row("", "test [95 %]", "for all openings", "validation [95 %]", "optimism", "baseline");
        for (TestFigure figure : figures.figures()) {
            table.row(
                    figure.metric().specName(),
                    Figures.withInterval(figure.test(), figure.interval()),
                    Figures.interval(figure.corrected()),
                    Figures.withInterval(figure.validation(), figure.validationInterval()),
                    Figures.withInterval(figure.optimism(), figure.optimismInterval()),
                    ShortNumber.of(figure.baseline()));
        }
        return table.lines();
    }

    private static String inWords(RelatedOpening opening) {
        return "counts " + opening.examinee().words() + " of " + opening.study() + " on " + opening.time() + " by "
                + opening.user() + ": it saw " + opening.rows() + " of these rows in a changed copy of the data";
    }

    private static String openings(TestFigures figures) {
        Looks looks = figures.looks();
        String count = "this is number " + looks.count() + " of the data set's test rows";
        String unfinished =
                figures.withoutResult() == 0 ? "" : ", " + figures.withoutResult() + " before came to no result";
        return looks.count() == 1
                ? count
                : count
                        + unfinished
                        + String.format(
                                Locale.ROOT,
                                "; intervals that hold for all of them are about %.0f %% wider (Bonferroni)",
                                100 * looks.widening());
    }
}

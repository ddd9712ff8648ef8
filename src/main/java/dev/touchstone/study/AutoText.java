package dev.touchstone.study;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.search.RegimeDecision;
import dev.touchstone.search.RegimeDecision.Figure;
import dev.touchstone.search.RegimeDecision.Figures;
import dev.touchstone.spec.SpecName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code regularisation: auto} found and does, in words. */
public final class AutoText {
    private AutoText() {}

    /** The decision, its evidence, and what is searched since; one line each. */
    public static List<String> lines(AutoSearch search) {
        RegimeDecision decision = search.decision();
        if (decision == null) {
            return List.of("undecided as long as the first " + search.scouts() + " trials, its scouts, have not ended");
        }
        List<String> lines = new ArrayList<>();
        lines.add(SpecName.of(decision.regime()) + "; " + reason(decision, search.scouts()));
        if (decision.figures() != null) {
            lines.add(evidence(decision, decision.figures()));
        }
        lines.add("since trial " + (search.scouts() + 1) + " " + searched(search));
        return lines;
    }

    private static String reason(RegimeDecision decision, int scouts) {
        return switch (decision.reason()) {
            case GAP_IS_LARGER ->
                "what is learnt on train rows does not carry over, and that is more than train rows lack";
            case LACK_IS_LARGER -> "train rows themselves are not learnt, and that is more than does not carry over";
            case BOTH_SMALL -> "train rows are learnt and it carries over, so that neither needs to be worked on";
            case INTERVALS_OVERLAP ->
                "its intervals do not tell whether more is lost on train rows or from them to validation rows";
            case TOO_FEW_SCOUTS ->
                "only " + decision.trained() + " of " + scouts + " scouts came to a figure, expected "
                        + RegimeDecision.FEWEST;
        };
    }

    private static String evidence(RegimeDecision decision, Figures figures) {
        String trials = decision.judged().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "of the way from the baseline to a perfect value, the better scouts (trials " + trials + ") go, with "
                + "intervals of " + ShortNumber.of(100 * decision.confidence()) + " %, "
                + words(figures.fit()) + " on train rows and " + words(figures.carried())
                + " on validation rows; gap " + words(figures.gap()) + ", lacking on train rows "
                + words(figures.lack()) + ", gap less lack " + words(figures.balance());
    }

    private static String words(Figure figure) {
        return number(figure.value()) + " [" + number(figure.interval().low()) + ", "
                + number(figure.interval().high()) + "]";
    }

    /** Rounded to what the figures can tell. */
    private static String number(double value) {
        return ShortNumber.of(Math.round(1e3 * value) / 1e3);
    }

    private static String searched(AutoSearch search) {
        return search.changes().isEmpty()
                ? "the space of the spec, for nothing in it can be changed"
                : "searches " + search.changes().stream().map(AutoChange::words).collect(Collectors.joining(", "));
    }
}

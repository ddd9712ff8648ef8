package dev.touchstone.cli.text;

import dev.touchstone.execution.SweepExperiments;
import dev.touchstone.study.AlikeTrials;
import java.util.List;
import java.util.stream.Collectors;

/** Experiments on groups of trials that failed alike. */
public final class ExperimentText {
    /** Trials that are named; of more their number is told. */
    private static final int MOST_NAMED = 8;

    private ExperimentText() {}

    /** What the experiments of a sweep took, on one line, and what they left. */
    public static String spent(SweepExperiments.Result result, String study) {
        String spent = "experiments " + Figures.seconds(result.budget().spent()) + " of "
                + Figures.seconds(result.budget().seconds()) + " spent";
        if (result.left() == 0) {
            return spent;
        }
        return spent + "; " + (result.left() == 1 ? "1 hypothesis does" : result.left() + " hypotheses do")
                + " not fit in; to test all: touchstone explain " + study + " --confirm";
    }

    /** Which trial stands for which. */
    public static String group(AlikeTrials group) {
        int leader = group.leader().number();
        List<Integer> others =
                group.numbers().stream().filter(number -> number != leader).toList();
        String alike = others.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        int more = others.size() - MOST_NAMED;
        return "trial " + leader
                + (others.isEmpty()
                        ? ""
                        : " (failed alike: " + alike + (more > 0 ? " and " + more + " more" : "") + ")");
    }
}

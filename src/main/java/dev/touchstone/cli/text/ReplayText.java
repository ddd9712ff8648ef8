package dev.touchstone.cli.text;

import dev.touchstone.study.Difference;
import dev.touchstone.study.Replayed;
import java.util.ArrayList;
import java.util.List;

/** What came of training a trial again. */
public final class ReplayText {
    private ReplayText() {}

    /** The answer, then in what the environment is another one. */
    public static List<String> lines(Replayed replayed) {
        List<String> lines = new ArrayList<>();
        lines.add(replayed.first()
                .map(first -> "first difference: " + line(first))
                .orElseGet(() ->
                        "identical: " + replayed.iterations() + " iterations in " + replayed.epochs() + " epochs"));
        replayed.environment().forEach(difference -> lines.add("environment: " + line(difference)));
        return lines;
    }

    private static String line(Difference difference) {
        return difference.what() + ": recorded " + difference.recorded() + ", replayed " + difference.replayed();
    }
}

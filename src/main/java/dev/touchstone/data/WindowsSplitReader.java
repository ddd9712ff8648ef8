package dev.touchstone.data;

import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.List;

/**
 * Reads how windows over one series are divided: by the time of their targets and in no other way. Neighbouring windows
 * share all of their values but one, so that chance would put a row's target among the values of rows in other splits.
 *
 * <p>In order of time no value that a later split is to forecast is anywhere in an earlier one. That the windows of a later
 * split hold targets of an earlier one is no leak: they are known by the time of the forecast. But a model that was
 * trained up to some target must not forecast from a moment before it, or it knows what came after that moment. A
 * forecast is made {@code horizon} steps before its target, so targets of two splits are at least that far apart: a gap
 * of {@code horizon - 1} rows (Hyndman and Athanasopoulos 2021, Forecasting: principles and practice, section 5.10,
 * evaluation on a rolling forecasting origin). More may be asked for.
 */
final class WindowsSplitReader {
    private static final String NOT_BY_TIME =
            "windows are divided in order of time, for neighbours share values and would leak; remove ";

    private WindowsSplitReader() {}

    static SplitSpec read(SpecNode.Mapping node, Source.Windows windows, Problems problems) {
        for (String key : List.of("group", "column", "stratify", "seed")) {
            node.get(key).ifPresent(found -> problems.add(found, NOT_BY_TIME + key));
        }
        node.text("time")
                .filter(name -> !name.equals(windows.time().name()))
                .ifPresent(name -> problems.add(
                        node.at("time"),
                        "found " + node.at("time").describe() + ", expected '"
                                + windows.time().name() + "' as the windows have"));
        int least = windows.horizon() - 1;
        int gap = node.whole("gap").orElse(least);
        if (gap < least) {
            problems.add(
                    node.at("gap"),
                    "found " + gap + ", expected at least " + least
                            + ": forecasts are made " + windows.horizon()
                            + " steps before their target, and no model may know what came after");
        }
        return SplitSpecReader.read(node, new SplitBy.Time(windows.time(), gap), problems);
    }
}

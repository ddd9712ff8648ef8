package dev.touchstone.report.html;

import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.report.ReportModel;
import dev.touchstone.store.KeptEnsemble;
import java.util.ArrayList;
import java.util.List;

/**
 * An ensemble in the report's table.
 *
 * @param value the objective's metric on the validation split
 * @param gains what it gains, each with what that was measured on
 */
public record EnsembleRow(
        int number, String members, double value, Interval interval, List<Gained> gains, List<String> notes) {

    /** @param means what the gain was measured on, in words */
    public record Gained(String figure, String interval, String means) {
        static Gained of(Gain gain, String means) {
            String sign = gain.value() >= 0 ? "+" : "";
            return new Gained(sign + Figures.metric(gain.value()), Figures.interval(gain.interval()), means);
        }
    }

    static List<EnsembleRow> of(ReportModel model) {
        String metric = model.study().head().metric();
        return model.study().ensembles().stream().map(kept -> of(kept, metric)).toList();
    }

    private static EnsembleRow of(KeptEnsemble kept, String metric) {
        Ensemble ensemble = kept.ensemble();
        List<Gained> gains = new ArrayList<>(List.of(Gained.of(ensemble.chosen(), ensemble.chosenMeans())));
        if (ensemble.unchosen() != null) {
            gains.add(Gained.of(ensemble.unchosen(), ensemble.unchosenMeans()));
        }
        return new EnsembleRow(
                kept.number(),
                ensemble.membersInWords(),
                ensemble.values().getOrDefault(metric, Double.NaN),
                ensemble.intervals().getOrDefault(metric, new Interval(Double.NaN, Double.NaN)),
                gains,
                ensemble.notes());
    }
}

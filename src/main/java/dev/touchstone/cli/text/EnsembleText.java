package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.store.KeptEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Ensembles: who is in them, what they are worth on the validation rows, and what they gain. */
public final class EnsembleText {
    private EnsembleText() {}

    /** All that is told of an ensemble that was just made. */
    public static List<String> made(String study, String metric, KeptEnsemble kept) {
        List<String> lines = new ArrayList<>(lines(metric, kept));
        kept.ensemble().notes().forEach(note -> lines.add("note        " + note));
        lines.add("test split  touchstone test " + study + " --ensemble " + kept.number() + " --reason \"…\"");
        return lines;
    }

    /** A study's ensembles; none when there are none. */
    static List<String> all(String metric, List<KeptEnsemble> ensembles) {
        return ensembles.stream()
                .flatMap(kept -> {
                    List<String> lines = new ArrayList<>(List.of(""));
                    lines.addAll(lines(metric, kept));
                    return lines.stream();
                })
                .toList();
    }

    private static List<String> lines(String metric, KeptEnsemble kept) {
        Ensemble ensemble = kept.ensemble();
        List<String> lines = new ArrayList<>();
        lines.add("ensemble " + kept.number() + "  " + ensemble.membersInWords());
        double value = Objects.requireNonNull(ensemble.values().get(metric));
        Interval interval = Objects.requireNonNull(ensemble.intervals().get(metric));
        lines.add("validation  " + metric + " " + Figures.withInterval(value, interval));
        lines.add("gain        " + gain(ensemble.chosen()) + " " + ensemble.chosenMeans());
        if (ensemble.unchosen() != null) {
            lines.add("            " + gain(ensemble.unchosen()) + " " + ensemble.unchosenMeans());
        }
        return lines;
    }

    private static String gain(Gain gain) {
        String sign = gain.value() >= 0 ? "+" : "";
        return sign + ShortNumber.of(gain.value()) + " " + Figures.interval(gain.interval())
                + (gain.pValue() == null ? "" : " (p = " + ShortNumber.of(gain.pValue()) + ")");
    }
}

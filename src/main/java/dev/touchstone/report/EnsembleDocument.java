package dev.touchstone.report;

import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.metric.Gain;
import dev.touchstone.store.KeptEnsemble;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ensemble in the public JSON document.
 *
 * @param trial the best single trial on the validation split, which it is compared with
 * @param chosen gain over that trial on the validation rows
 * @param unchosen gain on rows that nothing was chosen on; null where there is no such figure
 */
public record EnsembleDocument(
        int number,
        String time,
        String way,
        int trial,
        List<MemberDocument> members,
        Map<String, Double> values,
        Map<String, List<Double>> intervals,
        GainDocument chosen,
        @Nullable GainDocument unchosen,
        List<String> notes) {

    /** One network of it. */
    public record MemberDocument(
            int trial, double weight, long seed, List<Integer> epochs, double value, String checkpoint) {}

    /** @param means what it was measured on, in words */
    public record GainDocument(
            double value, List<Double> interval, @Nullable Double pValue, String means) {}

    public static EnsembleDocument of(KeptEnsemble kept) {
        Ensemble ensemble = kept.ensemble();
        return new EnsembleDocument(
                kept.number(),
                kept.at().toString(),
                ensemble.way().specName(),
                ensemble.best(),
                ensemble.members().stream()
                        .map(member -> new MemberDocument(
                                member.trial(),
                                member.weight(),
                                member.seed(),
                                member.epochs(),
                                member.value(),
                                member.checkpoint()))
                        .toList(),
                ensemble.values(),
                IntervalPairs.of(ensemble.intervals()),
                gain(ensemble.chosen(), ensemble.chosenMeans()),
                ensemble.unchosen() == null ? null : gain(ensemble.unchosen(), ensemble.unchosenMeans()),
                ensemble.notes());
    }

    private static GainDocument gain(Gain gain, String means) {
        return new GainDocument(
                gain.value(), List.of(gain.interval().low(), gain.interval().high()), gain.pValue(), means);
    }
}

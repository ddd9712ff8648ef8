package dev.touchstone.ensemble;

import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Networks that answer together, with what their answers for the validation rows are worth. Probabilities are averaged,
 * and so are predicted numbers, in the label's own unit.
 *
 * @param best the best single trial on the validation split when the ensemble was made
 * @param members at least one; several unless weights were averaged
 * @param values validation metrics of the ensemble by name; the objective's is among them
 * @param intervals 95 % confidence intervals of the values
 * @param chosen gain over the best trial on the validation rows, which that trial was chosen on, and where the way is
 *     {@link Way#TRIALS} the members, too
 * @param unchosen gain on rows that nothing was chosen on, as {@link #unchosenMeans} says; null where there is no such
 *     figure
 * @param notes what the user should know of how it was made, one line each
 */
public record Ensemble(
        Way way,
        int best,
        List<Member> members,
        Map<String, Double> values,
        Map<String, Interval> intervals,
        Gain chosen,
        @Nullable Gain unchosen,
        List<String> notes) {
    public Ensemble {
        members = List.copyOf(members);
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
    }

    /** What the gain over the best trial was measured on, in words. */
    public String chosenMeans() {
        String selected = "over trial " + best + " on the validation rows ";
        return switch (way) {
            case TRIALS -> selected + "that chose both it and the members: flattered";
            case SEEDS -> selected + "that chose it, but not the seeds: rather too small";
            case CHECKPOINTS, WEIGHTS -> selected + "that chose it and its best epoch: rather too small";
        };
    }

    /** What the other gain was measured on, in words. */
    public String unchosenMeans() {
        return switch (way) {
            case TRIALS -> "cross-fitted: members and best trial chosen on some rows, compared on the others";
            case SEEDS -> "of the other seeds together over one of them on average: these rows chose neither";
            case CHECKPOINTS, WEIGHTS -> "over the network of the last epoch: these rows chose neither";
        };
    }

    /** Who is in it, in words, such as {@code trials 3 (50 %), 7 (25 %), 9 (25 %)}. */
    public String membersInWords() {
        int trial = members.get(0).trial();
        return switch (way) {
            case TRIALS ->
                "trials "
                        + members.stream()
                                .map(member -> member.trial() + " (" + share(member.weight()) + ")")
                                .collect(Collectors.joining(", "));
            case SEEDS -> "trial " + trial + " with " + members.size() + " seeds";
            case CHECKPOINTS -> "trial " + trial + " after epochs " + epochs();
            case WEIGHTS -> "trial " + trial + ", mean of the weights after epochs " + epochs();
        };
    }

    private String epochs() {
        return members.stream()
                .flatMap(member -> member.epochs().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String share(double weight) {
        return Math.round(100 * weight) + " %";
    }
}

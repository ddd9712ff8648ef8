package dev.touchstone.diagnosis.experiment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.touchstone.metric.TrainingGain;
import java.util.Optional;

/** What an experiment says of a hypothesis. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Confirmed.class, name = Outcome.CONFIRMED),
    @JsonSubTypes.Type(value = Outcome.Refuted.class, name = Outcome.REFUTED),
    @JsonSubTypes.Type(value = Outcome.Unlikely.class, name = Outcome.UNLIKELY),
    @JsonSubTypes.Type(value = Outcome.Undecided.class, name = "undecided"),
})
public sealed interface Outcome {
    /** What documents call {@link Confirmed}. */
    String CONFIRMED = "confirmed";

    /** What documents call {@link Refuted}. */
    String REFUTED = "refuted";

    /** What documents call {@link Unlikely}. */
    String UNLIKELY = "unlikely";

    /** The outcome as documents name it. */
    default String specName() {
        if (this instanceof Confirmed) {
            return CONFIRMED;
        } else if (this instanceof Refuted) {
            return REFUTED;
        }
        return this instanceof Unlikely ? UNLIKELY : "undecided";
    }

    /** The gain that was seen; nothing where it decided nothing. */
    default Optional<TrainingGain> seen() {
        if (this instanceof Confirmed confirmed) {
            return Optional.of(confirmed.gain());
        } else if (this instanceof Refuted refuted) {
            return Optional.of(refuted.gain());
        }
        return this instanceof Unlikely unlikely ? Optional.of(unlikely.gain()) : Optional.empty();
    }

    /** Whether too little was gained to speak for the hypothesis. */
    default boolean speaksAgainst() {
        return this instanceof Refuted || this instanceof Unlikely;
    }

    /** @param gain that was seen */
    record Confirmed(TrainingGain gain) implements Outcome {}

    /** @param gain that was seen, which is too small to matter */
    record Refuted(TrainingGain gain) implements Outcome {}

    /** @param gain that was seen, which is too small to matter, though noise leaves room for one that does */
    record Unlikely(TrainingGain gain) implements Outcome {}

    /** @param why a clause */
    record Undecided(String why) implements Outcome {}
}

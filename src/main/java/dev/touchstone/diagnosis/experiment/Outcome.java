package dev.touchstone.diagnosis.experiment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.touchstone.metric.TrainingGain;
import java.util.Optional;

/** What an experiment says of a hypothesis. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Confirmed.class, name = "confirmed"),
    @JsonSubTypes.Type(value = Outcome.Refuted.class, name = "refuted"),
    @JsonSubTypes.Type(value = Outcome.Unlikely.class, name = "unlikely"),
    @JsonSubTypes.Type(value = Outcome.Undecided.class, name = "undecided"),
})
public sealed interface Outcome {
    /** The outcome as documents name it. */
    default String specName() {
        if (this instanceof Confirmed) {
            return "confirmed";
        } else if (this instanceof Refuted) {
            return "refuted";
        }
        return this instanceof Unlikely ? "unlikely" : "undecided";
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

    /** Whether nobody needs to be warned of the hypothesis any more. */
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

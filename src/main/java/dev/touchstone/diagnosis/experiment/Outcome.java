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
    @JsonSubTypes.Type(value = Outcome.Undecided.class, name = "undecided"),
})
public sealed interface Outcome {
    /** The outcome as documents name it. */
    default String specName() {
        return this instanceof Confirmed ? "confirmed" : this instanceof Refuted ? "refuted" : "undecided";
    }

    /** The gain that decided; nothing where none did. */
    default Optional<TrainingGain> seen() {
        if (this instanceof Confirmed confirmed) {
            return Optional.of(confirmed.gain());
        }
        return this instanceof Refuted refuted ? Optional.of(refuted.gain()) : Optional.empty();
    }

    /** @param gain that was seen */
    record Confirmed(TrainingGain gain) implements Outcome {}

    /** @param gain that was seen, which is too small to matter */
    record Refuted(TrainingGain gain) implements Outcome {}

    /** @param why a clause */
    record Undecided(String why) implements Outcome {}
}

package dev.touchstone.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found.
 *
 * @param reason one sentence: what was found and what was expected
 * @param parameter the hyperparameter at fault where the gate knows it
 * @param evidence as in {@link GateResult}
 */
public record Judgement(
        Verdict verdict, String reason, @Nullable String parameter, Map<String, Object> evidence) {
    static Judgement of(Verdict verdict, String reason, Map<String, Object> evidence) {
        return new Judgement(verdict, reason, null, evidence);
    }
}

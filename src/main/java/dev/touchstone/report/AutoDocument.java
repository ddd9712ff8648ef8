package dev.touchstone.report;

import dev.touchstone.search.RegimeDecision;
import dev.touchstone.search.RegimeDecision.Figure;
import dev.touchstone.search.RegimeDecision.Figures;
import dev.touchstone.spec.SpecName;
import dev.touchstone.study.AutoChange;
import dev.touchstone.study.AutoSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code regularisation: auto} found and does, as {@code show --json} prints it.
 *
 * @param scouts the trials up to this one tell the regime
 * @param decision null until they have ended
 * @param searched what is searched since otherwise than the spec says
 */
public record AutoDocument(int scouts, @Nullable Decision decision, List<AutoChange> searched) {
    /** See {@link RegimeDecision}. */
    public record Decision(
            String regime,
            String reason,
            double confidence,
            int trained,
            List<Integer> judged,
            @Nullable Map<String, Share> figures) {}

    /** A share of the way from the baseline to a perfect value, with its interval. */
    public record Share(double value, List<Double> interval) {}

    static @Nullable AutoDocument of(@Nullable AutoSearch search) {
        return search == null ? null : new AutoDocument(search.scouts(), decision(search.decision()), search.changes());
    }

    private static @Nullable Decision decision(@Nullable RegimeDecision decision) {
        return decision == null
                ? null
                : new Decision(
                        SpecName.of(decision.regime()),
                        SpecName.of(decision.reason()),
                        decision.confidence(),
                        decision.trained(),
                        decision.judged(),
                        figures(decision.figures()));
    }

    private static @Nullable Map<String, Share> figures(@Nullable Figures figures) {
        if (figures == null) {
            return null;
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put("train", share(figures.fit()));
        shares.put("validation", share(figures.carried()));
        shares.put("gap", share(figures.gap()));
        shares.put("lack", share(figures.lack()));
        shares.put("balance", share(figures.balance()));
        return shares;
    }

    private static Share share(Figure figure) {
        return new Share(
                figure.value(),
                List.of(figure.interval().low(), figure.interval().high()));
    }
}

package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.metric.Direction;
import dev.touchstone.search.RegimeDecision;
import dev.touchstone.search.Scout;
import dev.touchstone.search.ScoutPlan;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.store.TrialRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a study with {@code regularisation: auto} is. A pure function of the spec and the trials that have ended, so that it
 * comes out the same however often a study is taken up, with however many workers, and for however many trials.
 *
 * @param scouts the trials up to this one are scouts of the spec's own space
 * @param decision null until all scouts have ended
 * @param space that the trials after the scouts are drawn from
 * @param changes of that space to the spec's
 */
public record AutoSearch(int scouts, @Nullable RegimeDecision decision, SearchSpace space, List<AutoChange> changes) {
    /** @param trials of the study, in the order of their numbers; nothing when its spec is not auto */
    static Optional<AutoSearch> of(StudySpec spec, PreparedData data, List<TrialRecord> trials) {
        return Optional.ofNullable(spec.auto()).map(auto -> of(auto, spec, data, trials));
    }

    /** A spec's space with those parameters fixed that are searched in a part of their range, whose ends say nothing. */
    public SearchSpace untouched(SearchSpace own) {
        SearchSpace left = own;
        for (AutoChange change : changes) {
            left = left.has(change.parameter()) ? left.fix(change.parameter(), change.low()) : left;
        }
        return left;
    }

    private static AutoSearch of(AutoSpec auto, StudySpec spec, PreparedData data, List<TrialRecord> trials) {
        Direction direction = spec.objective().metric(data.task()).direction();
        ScoutPlan plan = auto.scouts();
        int upTo = plan.first();
        while (haveEnded(trials, upTo)) {
            RegimeDecision found = RegimeDecision.of(scouts(trials, upTo, direction), plan.confidence());
            int next = plan.after(upTo, found);
            if (next == upTo) {
                AutoSpace.Searched searched = AutoSpace.of(spec, data, auto, found.regime());
                return new AutoSearch(upTo, found, searched.space(), searched.changes());
            }
            upTo = next;
        }
        return new AutoSearch(upTo, null, spec.space(), List.of());
    }

    private static boolean haveEnded(List<TrialRecord> trials, int upTo) {
        return trials.size() >= upTo
                && trials.stream().limit(upTo).allMatch(trial -> trial.state().isFinal());
    }

    private static List<Scout> scouts(List<TrialRecord> trials, int upTo, Direction direction) {
        return trials.stream()
                .limit(upTo)
                .filter(trial -> trial.completed() != null)
                .flatMap(trial -> scout(trial, direction).stream())
                .toList();
    }

    private static Optional<Scout> scout(TrialRecord trial, Direction direction) {
        return Optional.ofNullable(trial.assessed())
                .flatMap(assessed -> Optional.ofNullable(assessed.best()))
                .flatMap(best -> Scout.of(trial.number(), best, direction));
    }
}

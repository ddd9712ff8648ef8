package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From which space each trial of a study is drawn, and what the trial counts for. */
final class SpaceCourse {
    private final OpenStudy study;
    private final Consumer<String> told;
    private int scouts;
    private @Nullable SearchSpace decided;

    /** @param told hears what was decided, once, and that scouting goes on */
    SpaceCourse(OpenStudy study, Consumer<String> told) {
        this.study = study;
        this.told = told;
        AutoSpec auto = study.spec().auto();
        this.scouts = auto == null ? Integer.MAX_VALUE : auto.scouts().first();
    }

    /**
     * The space of a trial; nothing as long as scouts before it decide of it.
     *
     * @param open the trials that have not ended
     */
    Optional<SearchSpace> of(int trial, SortedSet<Integer> open) {
        if (decided == null && trial > scouts && open.headSet(scouts + 1).isEmpty()) {
            decide();
        }
        if (decided != null) {
            return Optional.of(decided);
        }
        return trial <= scouts ? Optional.of(study.spec().space()) : Optional.empty();
    }

    private void decide() {
        PreparedData data = study.task().data();
        AutoSearch search =
                AutoSearch.of(study.spec(), data, study.store().read().trials()).orElseThrow();
        if (search.decision() != null) {
            decided = search.space();
            AutoText.lines(search).forEach(line -> told.accept("regularisation: " + line));
        } else if (search.scouts() > scouts) {
            told.accept(
                    "regularisation: the first %d trials do not tell what to work on; trials up to %d are scouts, too"
                            .formatted(scouts, search.scouts()));
        }
        scouts = search.scouts();
    }

    /** How many trials of the spec's epochs a trial counts for, from 1. */
    static int cost(Assignment assignment) {
        return assignment.has(AutoRegularisation.EPOCHS) ? (int) assignment.number(AutoRegularisation.EPOCHS) : 1;
    }
}

package dev.touchstone.store;

import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialJournal;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The journal of one trial that nobody else sees: a trial that runs again leaves its study as it is. */
public final class MemoryJournal implements TrialJournal {
    private final TrialRecord origin;
    private final List<TrialHistory.Recorded> events = new ArrayList<>();
    private TrialState state = TrialState.RUNNING;

    /** @param origin whose number, assignment and seed the journal takes over */
    public MemoryJournal(TrialRecord origin) {
        this.origin = origin;
    }

    @Override
    public void append(int trial, TrialEvent event) {
        if (trial != origin.number() || !event.mayFollow(state)) {
            throw new IllegalStateException("trial " + origin.number() + " is " + state.specName() + "; it cannot take "
                    + event.getClass().getSimpleName() + " of trial " + trial);
        }
        events.add(new TrialHistory.Recorded(Instant.now(), event));
        TrialState next = event.leadsTo();
        state = next == null ? state : next;
    }

    /** The trial as it stands. */
    public TrialRecord trial() {
        return TrialHistory.of(origin.number(), state, origin.proposed(), origin.seed(), events, List.of())
                .fold();
    }
}

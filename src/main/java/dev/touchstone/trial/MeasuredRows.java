package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.diagnosis.data.RowFacts;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

/** What rows tell by themselves, measured once for all trials of a process that train on them. */
final class MeasuredRows {
    /** The same for all trials, so that they are told the same of the same rows. */
    private static final Seed SEED = new Seed(1);

    private static final AtomicReference<MeasuredRows> LAST = new AtomicReference<>();

    private final WeakReference<PreparedData> data;
    private final RowFacts facts;

    private MeasuredRows(PreparedData data) {
        this.data = new WeakReference<>(data);
        this.facts = RowFacts.of(data, SEED);
    }

    static RowFacts of(PreparedData data) {
        MeasuredRows last = LAST.get();
        if (last == null || !last.data.refersTo(data)) {
            last = new MeasuredRows(data);
            LAST.set(last);
        }
        return last.facts;
    }
}

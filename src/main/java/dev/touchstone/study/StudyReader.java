package dev.touchstone.study;

import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.StudySummary;

/**
 * Reads a study for whoever looks at it. A coordinator that was killed could not say so in the store: a study that says
 * running while no coordinator holds its lock is shown as interrupted, which it is.
 */
public record StudyReader(StudyFolder folder, StudyStore store) {
    /** The study at a glance. */
    public StudySummary summary() {
        StudySummary study = store.summary();
        return new StudySummary(study.study(), shown(study.status()), study.updated(), study.counts());
    }

    /** The whole study. */
    public StudyRecord record() {
        StudyRecord study = store.read();
        return study.as(shown(study.status()));
    }

    private StudyStatus shown(StudyStatus recorded) {
        return recorded == StudyStatus.RUNNING && isAbandoned() ? StudyStatus.INTERRUPTED : recorded;
    }

    /** The status is read again after the look at the lock: the coordinator may have ended well in between. */
    private boolean isAbandoned() {
        return !StudyLock.isHeld(folder) && store.summary().status() == StudyStatus.RUNNING;
    }
}

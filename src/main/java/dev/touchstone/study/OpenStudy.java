package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.metric.Metric;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyStore;
import dev.touchstone.trial.TrialTask;

/** A study that is ready to run: its spec, prepared data and store, and the lock that keeps other coordinators out. */
public final class OpenStudy implements AutoCloseable {
    private final StudyFolder folder;
    private final StudySpec spec;
    private final PreparedData data;
    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final StudyLock lock;

    OpenStudy(
            StudyFolder folder,
            StudySpec spec,
            PreparedData data,
            StudyStore store,
            ArtefactStore artefacts,
            StudyLock lock) {
        this.folder = folder;
        this.spec = spec;
        this.data = data;
        this.store = store;
        this.artefacts = artefacts;
        this.lock = lock;
    }

    /** Where the study's files are. */
    public StudyFolder folder() {
        return folder;
    }

    public StudySpec spec() {
        return spec;
    }

    public StudyStore store() {
        return store;
    }

    public ArtefactStore artefacts() {
        return artefacts;
    }

    /** What its trials are ranked on. */
    public Metric metric() {
        return spec.objective().metric(data.task());
    }

    /** What all trials have in common. */
    public TrialTask task() {
        return spec.task(data);
    }

    @Override
    public void close() {
        try (lock) {
            store.close();
        }
    }
}

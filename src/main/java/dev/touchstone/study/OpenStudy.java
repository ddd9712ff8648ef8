package dev.touchstone.study;

import dev.touchstone.data.PreparedData;
import dev.touchstone.metric.Metric;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyStore;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A study that is ready to run: its spec, prepared data and store, and the lock that keeps other coordinators out. */
public final class OpenStudy implements AutoCloseable {
    private final StudyFolder folder;
    private final StudyFolder artefactsOf;
    private final StudySpec spec;
    private final PreparedData data;
    private final StudyStore store;
    private final ArtefactStore artefacts;
    private final @Nullable StudyLock lock;

    OpenStudy(
            StudyFolder folder,
            StudySpec spec,
            PreparedData data,
            StudyStore store,
            ArtefactStore artefacts,
            StudyLock lock) {
        this(folder, folder, spec, data, store, artefacts, lock);
    }

    private OpenStudy(
            StudyFolder folder,
            StudyFolder artefactsOf,
            StudySpec spec,
            PreparedData data,
            StudyStore store,
            ArtefactStore artefacts,
            @Nullable StudyLock lock) {
        this.folder = folder;
        this.artefactsOf = artefactsOf;
        this.spec = spec;
        this.data = data;
        this.store = store;
        this.artefacts = artefacts;
        this.lock = lock;
    }

    /**
     * The same rows and artefacts with trials in another store, under this study's lock.
     *
     * @param aside where the other store's database is, and whoever carries its trials may leave files
     */
    OpenStudy with(StudySpec other, StudyStore trials, StudyFolder aside) {
        return new OpenStudy(aside, artefactsOf, other, data, trials, artefacts, null);
    }

    /** Where the study's database is, and all its files but for artefacts. */
    public StudyFolder folder() {
        return folder;
    }

    /** Where its artefacts are. */
    public Path artefactsFolder() {
        return artefactsOf.artefacts();
    }

    /** Train and validation rows. */
    public PreparedData data() {
        return data;
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

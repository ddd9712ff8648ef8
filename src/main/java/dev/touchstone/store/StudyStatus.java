package dev.touchstone.store;

/** Where a study is. */
public enum StudyStatus {
    RUNNING,
    INTERRUPTED,
    FINISHED,
    FAILED
}

package dev.touchstone.trial;

/** Where a trial leaves what is too large for its journal: checkpoints and predictions. */
public interface ArtefactSink {
    /**
     * Keeps the bytes for good.
     *
     * @return the name that finds them again
     */
    String put(byte[] content);
}

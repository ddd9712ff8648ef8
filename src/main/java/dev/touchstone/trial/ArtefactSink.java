package dev.touchstone.trial;

/** Where a trial keeps what is too large for its journal: checkpoints and predictions. */
public interface ArtefactSink {
    /**
     * Keeps the bytes for good, or until they are deleted.
     *
     * @return the name that finds them again
     * @throws RuntimeException saying why, when they cannot be kept
     */
    String put(byte[] content);

    /**
     * Reads the bytes as they were put.
     *
     * @throws RuntimeException when there are none, or others
     */
    byte[] get(String name);

    /** Forgets the bytes; nothing happens when there are none. */
    void delete(String name);
}

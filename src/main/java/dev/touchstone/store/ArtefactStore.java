package dev.touchstone.store;

import dev.touchstone.base.Content;
import dev.touchstone.trial.ArtefactSink;
import java.nio.ByteBuffer;

/** Bytes kept under the digest of their content. */
public interface ArtefactStore extends ArtefactSink {
    /**
     * Keeps the bytes; keeping the same bytes twice is keeping them once.
     *
     * @return their SHA-256 in hexadecimal
     * @throws StoreException when they cannot be written
     */
    @Override
    String put(byte[] content);

    /**
     * Keeps bytes that need not all be in memory.
     *
     * @return as {@link #put(byte[])}
     * @throws StoreException when they cannot be written
     */
    String put(Content content);

    /**
     * Verifies bytes and maps them into memory, which all processes that do so share.
     *
     * @return readable as long as it is referred to; at most 2 GB
     * @throws StoreException when there are none or they do not have this digest
     */
    ByteBuffer map(String id);

    /**
     * Reads bytes and verifies them.
     *
     * @throws StoreException when there are none or they do not have this digest
     */
    @Override
    byte[] get(String id);

    boolean has(String id);

    /**
     * How many bytes there are, without reading them.
     *
     * @throws StoreException when there are none
     */
    long size(String id);

    /**
     * Forgets the bytes; nothing happens when there are none.
     *
     * @throws StoreException when they cannot be deleted
     */
    @Override
    void delete(String id);
}

package dev.touchstone.base;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are made while they are written, so that they need not all be in memory. Making them again makes the same. */
@FunctionalInterface
public interface Content {
    void writeTo(OutputStream out) throws IOException;
}

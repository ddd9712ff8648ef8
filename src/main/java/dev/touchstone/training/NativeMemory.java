package dev.touchstone.training;

import org.bytedeco.javacpp.Pointer;

/** The memory that this process has, which the Java heap is only a part of. */
public final class NativeMemory {
    private NativeMemory() {}

    /** Resident bytes of this process, as the operating system counts them; 0 where it does not tell. */
    public static long resident() {
        return Pointer.physicalBytes();
    }
}

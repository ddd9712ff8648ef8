package dev.touchstone.bench;

import dev.touchstone.trial.FailureCause;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.javacpp.Pointer;

/** What a third of the trials of a sabotaged study come to, on the thread that trains them. */
public enum Harm {
    CRASH(FailureCause.NATIVE_CRASH) {
        @Override
        public void befall() {
            Pointer.memset(null, 1, 1); // writes to the null address
        }
    },
    HANG(FailureCause.HANG) {
        @Override
        public void befall() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    },
    /** Once an epoch, so that training goes on between and nothing looks like a hang. */
    ALLOCATION(FailureCause.MEMORY_LIMIT) {
        @Override
        public void befall() throws InterruptedException {
            Pointer.memset(Pointer.malloc(CHUNK), 1, CHUNK);
            Thread.sleep(CHUNK_MILLIS);
        }
    };

    private static final int ONE_IN = 3;
    private static final List<Harm> ALL = List.of(values());

    private static final long CHUNK = 256L << 20;

    /** The guard looks as often. */
    private static final int CHUNK_MILLIS = 100;

    private final FailureCause cause;

    Harm(FailureCause cause) {
        this.cause = cause;
    }

    /** What comes to a trial, if anything. */
    public static Optional<Harm> of(int trial) {
        return trial % ONE_IN == 0 ? Optional.of(ALL.get((trial / ONE_IN - 1) % ALL.size())) : Optional.empty();
    }

    public abstract void befall() throws InterruptedException;

    /** As what it should be recorded, once each time that the trial is carried. */
    List<FailureCause> causes() {
        return this == CRASH ? List.of(cause, cause) : List.of(cause);
    }
}

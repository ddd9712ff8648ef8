package dev.touchstone.store;

import dev.touchstone.base.FileTrouble;
import dev.touchstone.base.WholeFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What writers that died in the middle left aside in a study's folder. */
public final class LeftOvers {
    /**
     * Whoever holds the study's lock is its only writer, but for workers of a coordinator that died, which end within
     * seconds; no file takes them so long.
     */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private LeftOvers() {}

    /**
     * Deletes what nobody can be writing any more.
     *
     * @throws StoreException when it cannot be deleted
     */
    public static void sweep(StudyFolder folder, Instant now) {
        try {
            WholeFile.sweep(folder.folder(), now.minus(ABANDONED));
        } catch (IOException e) {
            throw new StoreException("cannot tidy up " + folder.folder() + ": " + FileTrouble.inWords(e), e);
        }
    }
}

package dev.touchstone.store;

import java.nio.file.Path;

/** Claims every trial of a study that it can get and prints their numbers, one a line. */
final class ClaimingProcess {
    private ClaimingProcess() {}

    public static void main(String[] arguments) {
        try (StudyStore store = SqliteStudyStore.openExisting(Path.of(arguments[0]), arguments[1])) {
            StudyStoreContract.claimAll(store).forEach(System.out::println);
        }
    }
}

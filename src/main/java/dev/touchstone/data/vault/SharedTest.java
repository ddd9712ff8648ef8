package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import dev.touchstone.data.TestSplit;
import java.io.IOException;
import java.nio.file.Path;

/** A test split that is sealed for a team: a file of no study, of which every study takes a copy. */
public final class SharedTest {
    private SharedTest() {}

    /**
     * Seals the rows.
     *
     * @param preparedData SHA-256 of the train and validation rows that the split belongs to, in hexadecimal digits
     * @return SHA-256 of what was sealed, by which every copy of it is told from what others seal
     */
    public static String seal(TestSplit split, String preparedData, SealingKeys keys, Path file) throws IOException {
        SealedFile sealed = Sealing.seal(split, preparedData, keys.sealingKey(split));
        sealed.write(file);
        return sealed.digest();
    }

    /**
     * Accepts only the test split of these rows.
     *
     * @param preparedData as it was sealed with
     * @throws UserError when the file is missing, malformed or another's
     */
    public static void require(Path file, String preparedData) throws IOException {
        SealedFile.read(file).header().requireSealedWith(file, preparedData);
    }
}

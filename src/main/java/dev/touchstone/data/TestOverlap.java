package dev.touchstone.data;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What train shares with the test split. It is found while the data are divided, and nothing of a test row is kept but
 * that it was counted.
 *
 * @param testRows how many test rows have the features of a train row
 * @param trainRows the train rows with such features, by their position in train; ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record TestOverlap(int testRows, int[] trainRows) {
    static TestOverlap of(Rows train, Rows test) {
        RowFingerprints fingerprints = new RowFingerprints();
        Set<String> inTest = new HashSet<>();
        IntStream.range(0, test.count()).forEach(row -> inTest.add(fingerprints.of(test, row)));
        int[] shared = IntStream.range(0, train.count())
                .filter(row -> inTest.contains(fingerprints.of(train, row)))
                .toArray();
        Set<String> inBoth = new HashSet<>();
        IntStream.of(shared).forEach(row -> inBoth.add(fingerprints.of(train, row)));
        int testRows = (int) IntStream.range(0, test.count())
                .filter(row -> inBoth.contains(fingerprints.of(test, row)))
                .count();
        return new TestOverlap(testRows, shared);
    }
}

package dev.touchstone.data;

import java.util.List;

/**
 * What trials may see of a data set: normalised train and validation rows. There is no test row in it, and no path.
 *
 * @param fingerprint SHA-256 of the whole data set's canonical content
 * @param testRows how many rows were sealed
 */
public record PreparedData(
        List<String> featureNames,
        List<String> classNames,
        List<Integer> shape,
        Rows train,
        Rows validation,
        Normaliser normaliser,
        String fingerprint,
        int testRows) {
    public int classes() {
        return classNames.size();
    }
}

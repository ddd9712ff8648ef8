package dev.touchstone.data;

import java.util.List;

/**
 * What trials may see of a data set: normalised train and validation rows. There is no test row in it, and no path.
 *
 * @param fingerprint SHA-256 of the whole data set's canonical content
 * @param testRows how many rows were sealed
 * @param encoding how raw rows became features, before they were normalised
 * @param notes what the user should know of how the rows were prepared, one line each
 */
public record PreparedData(
        List<String> featureNames,
        List<String> classNames,
        List<Integer> shape,
        Rows train,
        Rows validation,
        Normaliser normaliser,
        String fingerprint,
        int testRows,
        Encoding encoding,
        List<String> notes) {
    public int classes() {
        return classNames.size();
    }
}

package dev.touchstone.data;

import java.util.List;

/**
 * What trials may see of a data set: normalised train and validation rows. There is no test row in it, and no path.
 *
 * @param task what is to be predicted; the rows' targets are of its kind, numbers in their own unit
 * @param fingerprint SHA-256 of the whole data set's canonical content
 * @param testRows how many rows were sealed
 * @param encoding how raw rows became features, before they were normalised
 * @param notes what the user should know of how the rows were prepared, one line each
 * @param division what whoever divides the rows anew has to respect
 */
public record PreparedData(
        List<String> featureNames,
        Task task,
        List<Integer> shape,
        Rows train,
        Rows validation,
        Normaliser normaliser,
        String fingerprint,
        int testRows,
        Encoding encoding,
        List<String> notes,
        Division division) {
    /** By label; none when the targets are something else. */
    public List<String> classNames() {
        return task instanceof Task.Classification classes ? classes.classNames() : List.of();
    }

    /** The labels that a row may have; none when the targets are something else. */
    public List<String> labelNames() {
        return task instanceof Task.MultiLabel labels ? labels.labelNames() : List.of();
    }

    /** The same with other rows. */
    public PreparedData with(Rows otherTrain, Rows otherValidation) {
        boolean single = division instanceof Division.Single;
        return with(otherTrain, otherValidation, single ? division : new Division.Unknown());
    }

    /** The same rows elsewhere. */
    PreparedData moved(Rows sameTrain, Rows sameValidation) {
        return with(sameTrain, sameValidation, division);
    }

    private PreparedData with(Rows otherTrain, Rows otherValidation, Division other) {
        return new PreparedData(
                featureNames,
                task,
                shape,
                otherTrain,
                otherValidation,
                normaliser,
                fingerprint,
                testRows,
                encoding,
                notes,
                other);
    }

    /** The same rows with a number to be learnt otherwise. */
    public PreparedData with(Task.Regression other) {
        return new PreparedData(
                featureNames,
                other,
                shape,
                train,
                validation,
                normaliser,
                fingerprint,
                testRows,
                encoding,
                notes,
                division);
    }

    public int classes() {
        return classNames().size();
    }
}

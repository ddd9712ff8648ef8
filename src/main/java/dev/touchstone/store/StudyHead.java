package dev.touchstone.store;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.spec.Overrides;
import java.util.List;
import java.util.Objects;

/**
 * What is fixed when a study is created.
 *
 * @param spec the spec file's text
 * @param overrides what the command line set on top of it
 * @param specFingerprint SHA-256 of what the spec means, without its number of trials
 * @param metric name of the objective's metric
 * @param direction {@code maximise} or {@code minimise}
 * @param preparedData artefact with the train and validation rows
 * @param dataFindings what the data checks said; none for a study that was made before there were any checks
 */
public record StudyHead(
        String study,
        String spec,
        Overrides overrides,
        String specFingerprint,
        String metric,
        String direction,
        DataSummary data,
        String preparedData,
        List<Finding> dataFindings) {
    public StudyHead {
        dataFindings = Objects.requireNonNullElse(dataFindings, List.of());
    }

    /** The same with another spec's text. */
    public StudyHead with(String otherSpec) {
        return new StudyHead(
                study, otherSpec, overrides, specFingerprint, metric, direction, data, preparedData, dataFindings);
    }

    /**
     * What is known of the data.
     *
     * @param fingerprint SHA-256 of the whole data set's canonical content
     * @param source the source in words, such as {@code csv data/digits.csv}
     * @param split the split in words
     * @param normalisation in words
     * @param validationLabels class of each validation row, in the order of predictions; none in regression
     * @param columns what the columns were taken for, in words
     * @param notes what the user should know of how the rows were prepared, one line each
     * @param task what is to be predicted, in words
     * @param validationNumbers number of each validation row, in the order of predictions; none in classification
     * @param labelNames the labels that a row may have; none unless it may have several
     * @param validationLabelSets the labels of each validation row as indices of the names, in the order of predictions
     */
    public record DataSummary(
            String fingerprint,
            String source,
            String split,
            String normalisation,
            int train,
            int validation,
            int test,
            List<String> classNames,
            List<String> featureNames,
            List<Integer> validationLabels,
            List<String> columns,
            List<String> notes,
            String task,
            List<Float> validationNumbers,
            List<String> labelNames,
            List<List<Integer>> validationLabelSets) {
        /** Studies of earlier versions have no word of columns or notes, and are all of classes. */
        public DataSummary {
            columns = Objects.requireNonNullElse(columns, List.of());
            notes = Objects.requireNonNullElse(notes, List.of());
            task = Objects.requireNonNullElseGet(task, new Task.Classification(classNames)::words);
            validationNumbers = Objects.requireNonNullElse(validationNumbers, List.of());
            labelNames = Objects.requireNonNullElse(labelNames, List.of());
            validationLabelSets = Objects.requireNonNullElse(validationLabelSets, List.of());
        }

        /** What was to be predicted of each validation row, in the order of predictions. */
        public Targets validationTargets() {
            if (!labelNames.isEmpty()) {
                return labelSets();
            } else if (validationNumbers.isEmpty()) {
                return new Targets.Classes(
                        validationLabels.stream().mapToInt(Integer::intValue).toArray());
            }
            float[] numbers = new float[validationNumbers.size()];
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = validationNumbers.get(row);
            }
            return new Targets.Values(numbers);
        }

        private Targets labelSets() {
            boolean[] flags = new boolean[validationLabelSets.size() * labelNames.size()];
            for (int row = 0; row < validationLabelSets.size(); row++) {
                for (int label : validationLabelSets.get(row)) {
                    flags[row * labelNames.size() + label] = true;
                }
            }
            return new Targets.LabelSets(labelNames.size(), flags);
        }
    }
}

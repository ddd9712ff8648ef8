package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;

/**
 * A check that looks at one label a row, be it a class or a number, and takes rows which are alike for more than chance. It
 * has nothing to say of a forecast, for the same reason as {@link IndependentRowsCheck}.
 */
interface LabelCheck extends DataCheck {
    @Override
    default boolean suits(Task task) {
        boolean labelled = task.kind() == Task.Kind.CLASSIFICATION || task.kind() == Task.Kind.REGRESSION;
        return labelled && !task.forecasts();
    }
}

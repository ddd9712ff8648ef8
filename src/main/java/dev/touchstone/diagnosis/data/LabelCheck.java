package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;

/** A check that looks at one label a row, be it a class or a number. */
interface LabelCheck extends DataCheck {
    @Override
    default boolean suits(Task task) {
        return task.kind() == Task.Kind.CLASSIFICATION || task.kind() == Task.Kind.REGRESSION;
    }
}

package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;

/** A check that looks at numbers to be predicted, and has nothing to say of a task without. */
interface NumbersCheck extends DataCheck {
    @Override
    default boolean suits(Task task) {
        return task.kind() == Task.Kind.REGRESSION;
    }
}

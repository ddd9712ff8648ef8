package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;

/** A check that looks at classes, and has nothing to say of a task without. */
interface ClassesCheck extends DataCheck {
    @Override
    default boolean suits(Task task) {
        return task.kind() == Task.Kind.CLASSIFICATION;
    }
}

package dev.touchstone.model;

import dev.touchstone.space.Assignment;

/** A value in the model section: written out, or a reference to a hyperparameter such as {@code $width}. */
public sealed interface Setting {
    /** The value under an assignment. */
    Object in(Assignment assignment);

    /** @param value a number or text */
    record Fixed(Object value) implements Setting {
        @Override
        public Object in(Assignment assignment) {
            return value;
        }
    }

    /** @param parameter a name of the search space, without the dollar sign */
    record Reference(String parameter) implements Setting {
        @Override
        public Object in(Assignment assignment) {
            return assignment.value(parameter);
        }
    }
}

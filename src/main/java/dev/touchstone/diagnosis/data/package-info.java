/**
 * Data checks: what may be wrong with a data set before anything is trained on it. They look at train and validation
 * rows, and never at a test row. Part of floor 4; knows {@code data} and the findings of {@code diagnosis}.
 */
@NullMarked
package dev.touchstone.diagnosis.data;

import org.jspecify.annotations.NullMarked;

package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;

/**
 * A check that takes rows which are alike for more than chance, and has nothing to say of a forecast: windows over one
 * series overlap, so that each is like its neighbours, and a series that rests repeats itself. That no value which is to
 * be forecast is in an earlier split is settled by how windows are divided.
 */
interface IndependentRowsCheck extends DataCheck {
    @Override
    default boolean suits(Task task) {
        return !task.forecasts();
    }
}

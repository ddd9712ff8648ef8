package dev.touchstone.diagnosis.experiment;

/**
 * One way to train differently.
 *
 * @param change as an adverbial, such as {@code without augmentation}
 * @param remedy what to change, as an imperative clause
 */
record Arm(String change, String remedy, Conditions conditions) {}

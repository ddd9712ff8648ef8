package dev.touchstone.diagnosis.training;

/**
 * An epoch.
 *
 * @param epoch from 1
 * @param learningRate of its last iteration
 * @param validationLoss the task's loss on the validation rows
 * @param value the objective on the validation rows
 * @param trainValue the objective on some train rows; NaN where that was not measured
 */
public record EpochFacts(int epoch, double learningRate, double validationLoss, double value, double trainValue) {}

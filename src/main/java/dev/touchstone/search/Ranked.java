package dev.touchstone.search;

import dev.touchstone.metric.Interval;

/**
 * A trial's place.
 *
 * @param rank from 1
 * @param value the objective's metric on the validation split
 * @param interval 95 % confidence interval of the value
 * @param pValue of the paired test against rank 1, adjusted by Holm; 1 for rank 1 itself
 * @param tied whether the test does not separate the trial from rank 1 at 5 %; of rank 1, whether another trial is tied
 */
public record Ranked(int rank, int trial, double value, Interval interval, double pValue, boolean tied) {}

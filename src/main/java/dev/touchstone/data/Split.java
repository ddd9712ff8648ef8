package dev.touchstone.data;

/**
 * Which row goes where: every row of a data set is in exactly one of three lists of row numbers, each ascending.
 *
 * @param test empty when the spec's share is 0
 */
@SuppressWarnings("ArrayRecordComponent") // as long as the data set, read once, never compared
public record Split(int[] train, int[] validation, int[] test) {}

package dev.touchstone.data;

/**
 * What a series has at one moment.
 *
 * @param line of the file, from 1
 * @param time as the file writes it
 */
record Observation(long line, String time, Moment moment, float value) {}

package dev.touchstone.data;

import java.util.List;

/**
 * What a source says is to be predicted of its rows.
 *
 * @param names of the classes, or of the labels that a row may have; none of numbers
 */
record Labelled(Targets targets, List<String> names) {}

package dev.touchstone.data;

import java.util.List;

/**
 * All rows of a source, as read: raw values, not yet split or normalised.
 *
 * @param featureNames one name a feature, in column order
 * @param classNames the label's values in ascending order (numbers by value, else text); a row's label is its index here
 * @param shape dimensions of one row, such as {@code [64]} or {@code [1, 8, 8]}; their product is the rows' width
 * @param rows the rows in the order of the source
 */
public record Dataset(List<String> featureNames, List<String> classNames, List<Integer> shape, Rows rows) {}

package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.metric.Interval;
import java.util.List;

/**
 * A class whose rows an augmentation moves to another class, as a reference network sees it.
 *
 * @param plain share of the class's plain rows that the network confidently takes for the other class
 * @param augmented the same share of its augmented rows
 * @param beyond interval of the difference
 * @param examples places among the augmented rows, the most confident first
 */
record LabelMove(int from, int to, double plain, double augmented, Interval beyond, List<Integer> examples) {}

package dev.touchstone.study;

import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;

/** The {@code objective} section of a spec: what trials are ranked on, measured on the validation split. */
public record ObjectiveSpec(Metric metric, Direction direction) {}

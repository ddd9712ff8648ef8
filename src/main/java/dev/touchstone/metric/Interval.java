package dev.touchstone.metric;

/** A confidence interval, both ends included. */
public record Interval(double low, double high) {}

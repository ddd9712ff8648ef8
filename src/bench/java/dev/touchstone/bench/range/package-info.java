/** The benchmark of the learning-rate range: what the gate reads from a ramp beside what a grid of trainings shows. */
package dev.touchstone.bench.range;

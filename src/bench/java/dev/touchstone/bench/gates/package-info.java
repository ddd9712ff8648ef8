/** The gate benchmark: what gates say of random trials beside what becomes of the trials. */
package dev.touchstone.bench.gates;

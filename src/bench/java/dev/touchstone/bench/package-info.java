/**
 * Benches: each a class with a main method that prints what it measured and its verdict, and ends with exit code 1 when
 * the verdict is no. CONTRIBUTING.md tells how to run one.
 */
package dev.touchstone.bench;

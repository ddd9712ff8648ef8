package dev.touchstone.cli;

/** What carries trials out. */
enum Carrier {
    PROCESSES,
    THREADS
}

package dev.touchstone.bench.faults;

/** What a fault does harm to, and so what tells whether it did. */
enum Harm {
    /** Validation rows are answered worse. */
    WORSE,
    /** Validation rows are answered better than others would be: the value promises too much. */
    FLATTERED,
    /** The value's interval is wider. */
    UNCERTAIN
}

package dev.touchstone.bench.gates;

/** Where the cause of a doomed trial comes from. */
interface Examination {
    Cause cause(KeptCauses kept, int trial, Diagnosis diagnosis);
}

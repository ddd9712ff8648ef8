package dev.touchstone.diagnosis;

/** How much a finding matters: errors make results wrong or end a trial, warnings cost quality. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}

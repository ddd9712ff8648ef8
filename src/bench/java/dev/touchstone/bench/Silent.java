package dev.touchstone.bench;

import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SweepListener;

/** Hears a sweep and says nothing. */
final class Silent implements SweepListener {
    @Override
    public void planned(Plan plan) {}

    @Override
    public void trialEnded(TrialRecord trial, Progress progress) {}

    @Override
    public void told(String message) {}
}

package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Predictions;
import java.util.Map;

/** What can be scored on the test rows, with what the validation rows said about it. */
interface TestedModel {
    /** The artefact of the train and validation rows it was made with. */
    String preparedData();

    /** Those rows. */
    PreparedData data();

    /** Answers for normalised rows. */
    Predictions predict(Rows rows);

    /** Validation metrics by name. */
    Map<String, Double> values();

    /** 95 % confidence intervals of the values. */
    Map<String, Interval> intervals();

    /** For the intervals that are drawn. */
    Seed seed();
}

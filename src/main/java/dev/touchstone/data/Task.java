package dev.touchstone.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be predicted of a row, as far as the train split tells. */
public sealed interface Task {
    /** The tasks as a spec names them. */
    enum Kind {
        /** One of several classes. */
        CLASSIFICATION,
        /** One number. */
        REGRESSION,
        /** Any of several labels, none or all of them too. */
        MULTI_LABEL
    }

    Kind kind();

    /** How many numbers answer for a row: a probability for each class or label, or the number itself. */
    int answers();

    /** For people. */
    String words();

    /** Whether rows are windows of a series, of which a later value is to be predicted. */
    default boolean forecasts() {
        return false;
    }

    /** How targets of this task are kept. */
    default TargetLayout layout() {
        return new TargetLayout(kind(), 1);
    }

    /**
     * One of several classes.
     *
     * @param classNames by label, at least two
     */
    record Classification(List<String> classNames) implements Task {
        @Override
        public Kind kind() {
            return Kind.CLASSIFICATION;
        }

        @Override
        public int answers() {
            return classNames.size();
        }

        @Override
        public String words() {
            return classNames.size() == 2
                    ? "binary classification"
                    : "multi-class classification, " + classNames.size() + " classes";
        }
    }

    /**
     * Any of several labels.
     *
     * @param labelNames at least two
     */
    record MultiLabel(List<String> labelNames) implements Task {
        @Override
        public Kind kind() {
            return Kind.MULTI_LABEL;
        }

        @Override
        public int answers() {
            return labelNames.size();
        }

        @Override
        public String words() {
            return "multi-label classification, " + labelNames.size() + " labels";
        }

        @Override
        public TargetLayout layout() {
            return new TargetLayout(kind(), labelNames.size());
        }
    }

    /**
     * One number. Networks learn it standardised; whatever is told of it is in its own unit.
     *
     * @param mean of the train split
     * @param deviation standard deviation of the train split; 1 where it does not vary
     * @param forecast what the number is a later value of; null where it is something else
     */
    record Regression(
            float mean,
            float deviation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Forecast forecast) implements Task {
        /** A number that is no later value of anything. */
        public Regression(float mean, float deviation) {
            this(mean, deviation, null);
        }

        static Regression fit(Targets.Values train, @Nullable Forecast forecast) {
            float deviation = (float) Math.sqrt(train.variance());
            return new Regression(
                    (float) train.mean(), deviation > 0 && Float.isFinite(deviation) ? deviation : 1, forecast);
        }

        @Override
        public Kind kind() {
            return Kind.REGRESSION;
        }

        @Override
        public int answers() {
            return 1;
        }

        @Override
        public String words() {
            return forecast == null ? "regression, one number" : forecast.words();
        }

        @Override
        public boolean forecasts() {
            return forecast != null;
        }

        /** The same in which numbers are learnt in units of their mean and not moved, as counts must be that start at 0. */
        public Regression ofCounts() {
            return new Regression(0, mean > 0 ? mean : 1, forecast);
        }

        /** A number of its own unit as networks learn it. */
        public float standardised(float number) {
            return (number - mean) / deviation;
        }

        /** What a network answers, in the number's own unit. */
        public float restored(float answer) {
            return answer * deviation + mean;
        }
    }

    /**
     * What makes a number a forecast: the rows are windows of the series that it is a later value of.
     *
     * @param value name of what is forecast
     * @param horizon how many steps after the window's last value
     */
    record Forecast(String value, int horizon) {
        String words() {
            return "forecast of " + value + ", " + (horizon == 1 ? "1 step" : horizon + " steps") + " ahead";
        }
    }
}

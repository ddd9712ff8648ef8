package dev.touchstone.data;

import java.util.List;

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
     */
    record Regression(float mean, float deviation) implements Task {
        static Regression fit(Targets.Values train) {
            float deviation = (float) Math.sqrt(train.variance());
            return new Regression((float) train.mean(), deviation > 0 && Float.isFinite(deviation) ? deviation : 1);
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
            return "regression, one number";
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
}

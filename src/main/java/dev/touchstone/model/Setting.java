package dev.touchstone.model;

import dev.touchstone.model.layer.Misfit;
import dev.touchstone.space.Assignment;
import java.math.BigDecimal;

/**
 * A value in the model section: written out, a reference to a hyperparameter such as {@code $width}, or calculated from
 * these.
 */
public sealed interface Setting {
    /** The value under an assignment. */
    Object in(Assignment assignment);

    /** As a spec writes it. */
    String words();

    /** @param value a number or text */
    record Fixed(Object value) implements Setting {
        @Override
        public Object in(Assignment assignment) {
            return value;
        }

        @Override
        public String words() {
            return value.toString();
        }
    }

    /** @param parameter a name of the search space, without the dollar sign */
    record Reference(String parameter) implements Setting {
        @Override
        public Object in(Assignment assignment) {
            return assignment.value(parameter);
        }

        @Override
        public String words() {
            return "$" + parameter;
        }
    }

    /**
     * What a study's own search adds to some trials; 0, which is none, in those that lack it.
     *
     * @param parameter as {@link AutoRegularisation} names it
     */
    record Added(String parameter) implements Setting {
        @Override
        public Object in(Assignment assignment) {
            return assignment.has(parameter) ? assignment.value(parameter) : 0;
        }

        @Override
        public String words() {
            return parameter;
        }
    }

    /**
     * One operation on two numbers. The result is rounded where a whole number is needed.
     *
     * @param needed what it must be where it is used
     * @param place for messages
     */
    record Calculated(Setting left, Operator operator, Setting right, Requirement needed, String place)
            implements Setting {
        /** @throws Misfit when the result is not what is needed */
        @Override
        public Object in(Assignment assignment) {
            double exact = operator.apply(number(left, assignment), number(right, assignment));
            if (needed.accepts().test(exact)) {
                return exact;
            }
            double rounded = Math.rint(exact);
            if (Math.abs(rounded) <= Integer.MAX_VALUE && needed.accepts().test((int) rounded)) {
                return (int) rounded;
            }
            throw new Misfit("expected " + needed.words() + ", found " + words() + ", which is " + left.in(assignment)
                            + " " + operator.sign() + " " + right.in(assignment) + " = " + plain(exact))
                    .at(place);
        }

        private static String plain(double number) {
            return Double.isFinite(number)
                    ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : String.valueOf(number);
        }

        private static double number(Setting setting, Assignment assignment) {
            return ((Number) setting.in(assignment)).doubleValue();
        }

        @Override
        public String words() {
            return left.words() + " " + operator.sign() + " " + right.words();
        }
    }
}

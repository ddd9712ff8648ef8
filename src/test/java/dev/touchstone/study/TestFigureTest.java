package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;
import org.junit.jupiter.api.Test;

class TestFigureTest {
    /** Newcombe's (1998) comparison (a) by method 10: 56 of 70 against 48 of 80, difference 0.2 from 0.0524 to 0.3339. */
    @Test
    void optimismOfAShare_hasTheIntervalOfThePaper() {
        Interval validation = new Interval(0.6918, 0.8771); // Wilson, 56 of 70
        Interval test = new Interval(0.4905, 0.7003); // Wilson, 48 of 80
        TestFigure figure = new TestFigure(Metric.ACCURACY, 0.6, test, test, 0.8, validation, 0.5);

        assertThat(figure.optimism()).isEqualTo(0.2, within(1e-12));
        assertThat(figure.optimismInterval().low()).isEqualTo(0.0524, within(2e-3));
        assertThat(figure.optimismInterval().high()).isEqualTo(0.3339, within(2e-3));
    }

    @Test
    void optimismOfALoss_isHowMuchLowerItWasOnValidation() {
        TestFigure figure = new TestFigure(
                Metric.CROSS_ENTROPY,
                0.5,
                new Interval(0.4, 0.7),
                new Interval(0.3, 0.8),
                0.3,
                new Interval(0.2, 0.4),
                0.69);

        assertThat(figure.optimism()).isEqualTo(0.2, within(1e-12));
        assertThat(figure.optimismInterval().low()).isEqualTo(0.2 - Math.hypot(0.1, 0.1), within(1e-12));
        assertThat(figure.optimismInterval().high()).isEqualTo(0.2 + Math.hypot(0.1, 0.2), within(1e-12));
    }
}

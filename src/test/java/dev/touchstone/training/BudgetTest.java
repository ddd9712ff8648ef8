package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    @ParameterizedTest
    @CsvSource({
        "30,, 300, 30, EPOCHS, 30 epochs",
        "1, 95, 10, 1, EPOCHS, 1 epoch or 95 iterations",
        ", 95, 95, 10, ITERATIONS, 95 iterations",
        "9, 90, 90, 9, EPOCHS, 9 epochs or 90 iterations",
        "9, 81, 81, 9, ITERATIONS, 9 epochs or 81 iterations"
    })
    void plan_isWhatComesFirst(
            Integer epochs, Integer iterations, long planned, int plannedEpochs, StoppingRule rule, String words) {
        Budget budget = new Budget(epochs, iterations, Cut.NONE);

        assertThat(budget.planned(10)).isEqualTo(planned);
        assertThat(budget.plannedEpochs(10)).isEqualTo(plannedEpochs);
        assertThat(budget.rule(10)).isEqualTo(rule);
        assertThat(budget).hasToString(words);
        assertThat(budget.cutBy(new Cut.Time(1))).hasToString(words + " or 1 second");
        assertThat(budget.cutBy(new Cut.Time(0.5)).planned(10)).isEqualTo(planned);
    }

    @Test
    void time_isNoPartOfThePlan() {
        Cut time = new Cut.Time(2);

        assertThat(time.isDue(1_000_000, 1.9)).isFalse();
        assertThat(time.isDue(1, 2)).isTrue();
        assertThat(Budget.ofEpochs(3).cutBy(time).planned(10)).isEqualTo(30);
    }
}

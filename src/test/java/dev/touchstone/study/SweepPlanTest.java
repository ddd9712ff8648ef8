package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.touchstone.execution.SmallSweep;
import dev.touchstone.training.Budget;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepPlanTest {
    @TempDir
    Path folder;

    private final TrialExecutor executor = mock();

    /** Of 30 inputs, one hidden layer and 2 classes. */
    private static long parameters(long width) {
        return 30 * width + width + 2 * width + 2;
    }

    private SweepListener.Plan plan(String space, int trials, int workers, Estimate ofOne) throws IOException {
        when(executor.workers()).thenReturn(workers);
        when(executor.measure(any())).thenReturn(ofOne);
        try (OpenStudy study = new SmallSweep(folder, space, 4, SmallSweep.NO_GATES).open()) {
            return SweepPlan.of(study, trials, executor);
        }
    }

    @Test
    void plan_tellsHowManyTrialsOfWhatSize() throws IOException {
        SweepListener.Plan plan = plan(SmallSweep.SPACE, 3, 1, new Estimate.AtMost(10));

        assertThat(plan.trials()).isEqualTo(3);
        assertThat(plan.budget()).isEqualTo(Budget.ofEpochs(4));
        assertThat(plan.trainRows() + plan.validationRows()).isBetween(400, 569);
        assertThat(plan.smallest()).isEqualTo(parameters(8));
        assertThat(plan.largest()).isEqualTo(parameters(16));
    }

    @Test
    void cornerThatNoMachineCouldHold_isCounted() throws IOException {
        SweepListener.Plan plan = plan(SmallSweep.HUGE_SPACE, 3, 1, new Estimate.AtMost(10));

        assertThat(plan.smallest()).isEqualTo(parameters(1));
        assertThat(plan.largest()).isEqualTo(parameters(1_000_000_000));
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 40", "4, 2, 20", "3, 2, 20", "1, 8, 10"})
    void workers_shareTheTime(int trials, int workers, double seconds) throws IOException {
        assertThat(plan(SmallSweep.SPACE, trials, workers, new Estimate.AtMost(10))
                        .estimate())
                .isEqualTo(new Estimate.AtMost(seconds));
    }

    @Test
    void unknownTime_staysUnknown() throws IOException {
        Estimate unknown = new Estimate.Unknown("it crashed");

        assertThat(plan(SmallSweep.SPACE, 4, 2, unknown).estimate()).isEqualTo(unknown);
    }
}

package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.execution.SmallSweep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPlanTest {
    /** Of 30 inputs, one hidden layer and 2 classes. */
    private static long parameters(int width) {
        return 30L * width + width + 2L * width + 2;
    }

    @Test
    void plan_tellsHowManyTrialsOfWhatSize(@TempDir Path folder) throws IOException {
        SmallSweep sweep = new SmallSweep(folder, SmallSweep.SPACE, 4, SmallSweep.NO_GATES);
        try (OpenStudy study = sweep.open()) {
            SweepListener.Plan plan = SweepPlan.of(study, 3);

            assertThat(plan.trials()).isEqualTo(3);
            assertThat(plan.epochs()).isEqualTo(4);
            assertThat(plan.trainRows()).isEqualTo(study.task().data().train().count());
            assertThat(plan.validationRows())
                    .isEqualTo(study.task().data().validation().count());
            assertThat(plan.smallest()).isEqualTo(parameters(8));
            assertThat(plan.largest()).isEqualTo(parameters(16));
            assertThat(plan.estimate()).isBetween(Duration.ofMillis(10), Duration.ofMinutes(2));
        }
    }
}

package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.execution.SmallSweep;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedMetricTest {
    @TempDir
    private Path folder;

    @Test
    void metricOfAnotherTask_isRefusedBeforeAnythingIsTrained() throws IOException {
        SmallSweep sweep =
                new SmallSweep(folder, SmallSweep.SPACE, 1, "{early-stopping: {metric: rmse}}", SmallSweep.NO_GATES);

        assertThatThrownBy(sweep::open)
                .isInstanceOf(UserError.class)
                .hasMessage("training: early-stopping: metric: rmse is for regression, and the data are for"
                        + " classification; use one of accuracy, balanced-accuracy, cross-entropy");
    }
}

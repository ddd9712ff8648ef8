package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.config.Adam;

class ShortRunsTest {
    /** Five looks, as many steps apart, tell that it crawls. */
    @ParameterizedTest
    @CsvSource({"100, 20", "168, 30", "200, 40", "250, 50", "500, 50"})
    void beginningThatCrawls_isWatchedForFiftyStepsButNotForMoreThanAFifthOfThePlan(long planned, int steps) {
        GateSubject subject = Subjects.planned(
                planned, clouds(), Adam::new, 1e-8, 0, dense(16).build(), output().build());
        SteppedTraining training = spy(PlannedTraining.whole(subject, subject.trialSeed()));

        ShortRuns runs = subject.beginning(() -> training).shortRuns();

        assertThat(runs.crawls()).isTrue();
        verify(training, times(steps)).step();
    }
}

package dev.touchstone.training;

import static dev.touchstone.training.Pulse.Work.NETWORK;
import static dev.touchstone.training.Pulse.Work.OTHER;
import static dev.touchstone.training.Pulse.Work.STEP;
import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PulsingLearnersTest {
    private static final Seed SEED = new Seed(5);
    private static final Rows ROWS = rows(2 * Learner.ROWS_AT_ONCE + 7, 1);
    private static final Learners SILENT =
            SmallTask.learners(Map.of("weight-decay", 0.01), dense("relu"), dropout(0.5));

    private final List<Pulse.Work> heard = new ArrayList<>();
    private final Learners pulsing = new PulsingLearners(SILENT, heard::add);

    /** All that a trial does with a learner. */
    private static LearnerState work(Learner learner) {
        LearnerState start = learner.save(0);
        learner.inspect(0, ROWS);
        learner.step(List.of(new Learner.Step(ROWS, 0.1, 3)));
        learner.restore(0, start);
        learner.step(List.of(new Learner.Step(ROWS, 0.1, 4)));
        return learner.save(0);
    }

    @Test
    void eachUnitOfWork_isHeardWhenItIsDone() {
        try (Learner learner = pulsing.regularised(SEED)) {
            work(learner);
            assertThat(heard).containsExactly(NETWORK, OTHER, OTHER, STEP, OTHER, STEP, OTHER);
            heard.clear();
            learner.predict(0, ROWS);
            assertThat(heard).containsExactly(OTHER, OTHER, OTHER);
        }
        pulsing.plain(SEED).close();
        assertThat(heard).last().isEqualTo(NETWORK);
    }

    @Test
    void listening_changesNoBit() {
        try (Learner silent = SILENT.regularised(SEED);
                Learner learner = pulsing.regularised(SEED)) {
            assertThat(work(learner).toBytes()).isEqualTo(work(silent).toBytes());
            assertThat(learner.predict(0, ROWS).toBytes())
                    .isEqualTo(silent.predict(0, ROWS).toBytes());
            assertThat(learner.inspect(0, ROWS)).usingRecursiveComparison().isEqualTo(silent.inspect(0, ROWS));
            assertThat(learner.parameters()).isEqualTo(silent.parameters());
            assertThat(learner.outputs()).isEqualTo(silent.outputs());
            assertThat(learner.members()).isEqualTo(silent.members());
        }
    }

    @Test
    void brokenNetwork_isSeenAsWithoutListening() {
        try (Learner learner = pulsing.plain(SEED)) {
            assertThat(learner.isFinite(0)).isTrue();
            LearnerState state = learner.save(0);
            state.parameters()[0] = Float.NaN;
            learner.restore(0, state);
            assertThat(learner.isFinite(0)).isFalse();
        }
    }
}

package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** The garbage collector does not see native memory, so what a step or a learner does not give back by itself piles up. */
class NativeMemoryTest {
    private static final int WIDTH = 1_024;
    private static final long MEGABYTE = 1 << 20;

    private static final Learners LEARNERS = new Dl4jLearners(
            new NetworkBuilder(
                    new ModelSpec(
                            List.of(dense("relu"), dropout(0.2), new LayerSpec.Output(LossFunction.CROSS_ENTROPY))),
                    List.of(WIDTH),
                    Tasks.classes(2)),
            new Assignment(Map.of("weight-decay", 0.01)));

    /** How far the process grows at most over some rounds of work, once others have warmed it up. */
    private static long growth(int warmUp, int rounds, IntConsumer work) {
        for (int round = 0; round < warmUp; round++) {
            work.accept(round);
        }
        long before = Pointer.physicalBytes();
        long most = before;
        for (int round = warmUp; round < warmUp + rounds; round++) {
            work.accept(round);
            most = Math.max(most, Pointer.physicalBytes());
        }
        return most - before;
    }

    private static Rows rows(int count) {
        int[] labels = new int[count];
        labels[0] = 1;
        return new Rows(WIDTH, new float[count * WIDTH], labels);
    }

    private static void step(Learner learner, Rows batch, int step) {
        learner.step(List.of(new Learner.Step(batch, 0.001, step)));
    }

    @Test
    void threeThousandSteps_leaveNothingBehind() {
        Rows batch = rows(64);
        Rows last = rows(5);
        try (Learner learner = LEARNERS.regularised(new Seed(1))) {
            long growth = growth(2, 6, round -> {
                for (int step = 0; step < 500; step++) {
                    step(learner, step % 20 == 0 ? last : batch, step);
                }
                System.gc(); // so that the Java heap does not grow
            });

            assertThat(growth).isLessThan(96 * MEGABYTE);
        }
    }

    @Test
    void stepsOnLargeBatches_doNotWaitForTheGarbageCollector() {
        Rows batch = rows(1_024); // 4 MB
        try (Learner learner = LEARNERS.regularised(new Seed(1))) {
            assertThat(growth(20, 150, round -> step(learner, batch, round))).isLessThan(200 * MEGABYTE);
        }
    }

    @Test
    void closedLearners_doNotWaitForTheGarbageCollector() {
        Rows batch = rows(8_192); // 32 MB
        long growth = growth(2, 15, round -> {
            try (Learner learner = LEARNERS.regularised(new Seed(round))) {
                step(learner, batch, round);
            }
        });

        assertThat(growth).isLessThan(200 * MEGABYTE);
    }
}

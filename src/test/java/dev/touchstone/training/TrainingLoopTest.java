package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.learners;
import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.TrainingMonitor.Epoch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingLoopTest {
    private static final Rows TRAIN = rows(90, 1);
    private static final int BATCHES = 6;
    private static final Rows VALIDATION = rows(50, 2);
    private static final Learners ADAM = learners(Map.of(), dense("relu"), dropout(0.3));
    private static final Learners SGD = learners(Map.of("optimiser", "sgd"), dense("relu"));

    /** Keeps what it is told and asks for a stop after some iterations. */
    private static final class Watch implements TrainingMonitor {
        final List<Epoch> epochs = new ArrayList<>();
        private int iterationsLeft;

        Watch(int stopAfter) {
            iterationsLeft = stopAfter;
        }

        @Override
        public void epochEnded(Epoch epoch) {
            epochs.add(epoch);
        }

        @Override
        public boolean stopRequested() {
            return iterationsLeft-- == 0;
        }
    }

    private static Watch watch() {
        return new Watch(Integer.MAX_VALUE);
    }

    private static TrainingSpec epochs(int epochs) {
        return new TrainingSpec(epochs, null, ScheduleSpec.CONSTANT);
    }

    private static TrainingLoop loop(TrainingSpec spec, Rows validation, double rate, Metric objective) {
        Seed seed = new Seed(11);
        return new TrainingLoop(
                spec,
                new Shuffle(TRAIN, 16, seed),
                Augmentations.NONE,
                validation,
                new TaskLoss(Tasks.classes(SmallTask.CLASSES)),
                rate,
                spec.schedule().in(new Assignment(Map.of()), 6),
                objective,
                objective.direction(),
                seed);
    }

    private static TrainingOutcome run(Learners learners, TrainingLoop loop, TrainingMonitor monitor) {
        try (Learner learner = learners.regularised(new Seed(3))) {
            return loop.run(learner, monitor);
        }
    }

    @Test
    void bestCheckpoint_isTheBestEpochsAndAnswersAsItsPredictionsSay() {
        Watch watch = watch();
        TrainingLoop loop = loop(epochs(12), VALIDATION, 0.2, Metric.CROSS_ENTROPY);
        TrainingOutcome.Finished outcome = (TrainingOutcome.Finished) run(ADAM, loop, watch);

        List<Double> values = watch.epochs.stream().map(Epoch::value).toList();
        double best = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(outcome.bestEpoch()).isEqualTo(values.indexOf(best) + 1).isLessThan(12);
        assertThat(outcome.best().iterations()).isEqualTo(BATCHES * outcome.bestEpoch());
        assertThat(Metric.CROSS_ENTROPY.value(outcome.predictions(), VALIDATION.targets()))
                .isEqualTo(best);
        try (Learner another = ADAM.regularised(new Seed(4))) {
            another.restore(0, outcome.best());
            assertThat(another.predict(0, VALIDATION).numbers())
                    .isEqualTo(outcome.predictions().numbers());
        }
    }

    @Test
    void trainingWithoutImprovement_stopsWhenPatienceIsOut() {
        TrainingSpec spec = new TrainingSpec(50, new EarlyStoppingSpec(3, 0), ScheduleSpec.CONSTANT);
        Watch watch = watch();
        TrainingOutcome.Finished outcome =
                (TrainingOutcome.Finished) run(SGD, loop(spec, VALIDATION, 1e-12, Metric.ACCURACY), watch);

        assertThat(outcome.bestEpoch()).isEqualTo(1);
        assertThat(watch.epochs).hasSize(4);
        assertThat(outcome.iterations()).isEqualTo(4 * BATCHES);
        assertThat(outcome.decision().inWords()).isEqualTo("no improvement of accuracy for 3 epochs");
        assertThat(outcome.decision().watched())
                .isEqualTo(new StoppingDecision.Watched(
                        "accuracy", 1, watch.epochs.get(0).value(), 3, 3, 0, null, null, 50));
    }

    @Test
    void trainingThatImproves_isToldEpochByEpochToItsEnd() {
        Watch watch = watch();
        TrainingSpec spec = new TrainingSpec(5, new EarlyStoppingSpec(5, 0), ScheduleSpec.COSINE);
        TrainingOutcome.Finished outcome =
                (TrainingOutcome.Finished) run(SGD, loop(spec, VALIDATION, 0.1, Metric.CROSS_ENTROPY), watch);

        assertThat(outcome.decision().inWords()).isEqualTo("all epochs trained");
        assertThat(outcome.iterations()).isEqualTo(5 * BATCHES);
        assertThat(watch.epochs).extracting(Epoch::epoch).containsExactly(1, 2, 3, 4, 5);
        assertThat(watch.epochs).extracting(Epoch::iterations).containsExactly(6, 12, 18, 24, 30);
        assertThat(watch.epochs).allSatisfy(epoch -> {
            assertThat(epoch.losses()).hasSize(BATCHES);
            assertThat(epoch.learningRate())
                    .isCloseTo(new Schedule.Cosine().at(0.1, epoch.iterations() - 1, 30), within(1e-15));
        });
        assertThat(mean(watch.epochs.get(4))).isLessThan(mean(watch.epochs.get(0)));
    }

    @Test
    void trend_endsATrainingThatStandsStill_asSoonAsThereAreEpochsEnoughToTell() {
        EarlyStoppingSpec auto = new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.AUTO, null);
        TrainingLoop loop = loop(new TrainingSpec(50, auto, ScheduleSpec.CONSTANT), VALIDATION, 1e-12, Metric.ACCURACY);
        TrainingOutcome.Finished outcome = (TrainingOutcome.Finished) run(SGD, loop, watch());

        assertThat(outcome.decision().rule()).isEqualTo(StoppingRule.TREND);
        assertThat(outcome.iterations()).isEqualTo(CurveTrend.FEWEST * BATCHES);
        assertThat(outcome.bestEpoch()).isEqualTo(1);
        assertThat(outcome.decision().watched().noise()).isZero();
    }

    @Test
    void watchedMetric_decidesWhenToStop_andTheObjectiveWhatIsKept() {
        EarlyStoppingSpec watching =
                new EarlyStoppingSpec(new Patience.Epochs(2), MinimumImprovement.NONE, Metric.CROSS_ENTROPY);
        Watch watch = watch();
        TrainingLoop loop =
                loop(new TrainingSpec(40, watching, ScheduleSpec.CONSTANT), VALIDATION, 0.2, Metric.ACCURACY);
        TrainingOutcome.Finished outcome = (TrainingOutcome.Finished) run(ADAM, loop, watch);

        StoppingDecision.Watched watched = outcome.decision().watched();
        List<Double> losses = watch.epochs.stream().map(Epoch::validationLoss).toList();
        List<Double> values = watch.epochs.stream().map(Epoch::value).toList();
        assertThat(watched.metric()).isEqualTo("cross-entropy");
        assertThat(watched.bestEpoch())
                .isEqualTo(losses.indexOf(Collections.min(losses)) + 1)
                .isEqualTo(losses.size() - 2);
        assertThat(watched.best()).isEqualTo(Collections.min(losses));
        assertThat(outcome.bestEpoch()).isEqualTo(values.indexOf(Collections.max(values)) + 1);
    }

    private static TrainingSpec planned(Integer epochs, Integer iterations, Cut cut) {
        return new TrainingSpec(new Budget(epochs, iterations, cut), null, ScheduleSpec.COSINE, GradientSpec.NONE);
    }

    @ParameterizedTest
    @CsvSource({"8, 2, ITERATIONS", "1, 1, ITERATIONS", "12, 2, EPOCHS", "6, 1, ITERATIONS"})
    void budgetOfIterations_isThePlanOfTheScheduleAndItsLastEpochIsJudged(
            int iterations, int epochs, StoppingRule rule) {
        Watch watch = watch();
        TrainingLoop loop = loop(planned(2, iterations, Cut.NONE), VALIDATION, 0.1, Metric.CROSS_ENTROPY);
        TrainingOutcome.Finished outcome = (TrainingOutcome.Finished) run(SGD, loop, watch);

        assertThat(outcome.decision()).isEqualTo(new StoppingDecision(rule, null));
        assertThat(outcome.iterations()).isEqualTo(iterations);
        assertThat(watch.epochs).hasSize(epochs);
        Epoch last = watch.epochs.get(epochs - 1);
        assertThat(last.losses()).hasSize(iterations - BATCHES * (epochs - 1));
        assertThat(last.learningRate()).isEqualTo(new Schedule.Cosine().at(0.1, iterations - 1, iterations));
        assertThat(last.learningRate()).isEqualTo(loop.endRate());
    }

    @Test
    void timeThatIsOver_endsTheEpochAndTheTraining_asARecordedEndDoes() {
        Watch watch = watch();
        Watch again = watch();
        TrainingOutcome.Finished outcome = (TrainingOutcome.Finished)
                run(ADAM, loop(planned(3, null, new Cut.Time(1e-9)), VALIDATION, 0.1, Metric.ACCURACY), watch);
        TrainingOutcome replayed =
                run(ADAM, loop(planned(3, null, new Cut.Recorded(1)), VALIDATION, 0.1, Metric.ACCURACY), again);

        assertThat(outcome.decision().rule()).isEqualTo(StoppingRule.SECONDS);
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(outcome.bestEpoch()).isEqualTo(1);
        assertThat(watch.epochs.get(0).learningRate()).isEqualTo(0.1);
        TrainingNotes.assertSame(replayed, outcome);
    }

    private static double mean(Epoch epoch) {
        return epoch.losses().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Test
    void absurdRate_endsAsNotFinite() {
        Watch watch = watch();
        TrainingOutcome.NotFinite outcome =
                (TrainingOutcome.NotFinite) run(SGD, loop(epochs(20), VALIDATION, 1e38, Metric.ACCURACY), watch);

        assertThat(outcome.iteration()).isBetween(1, 2 * BATCHES);
        assertThat(outcome.learningRate()).isEqualTo(1e38);
        assertThat(watch.epochs).hasSizeLessThan(2);
    }

    @Test
    void requestToStop_endsAsInterruptedBeforeTheNextIteration() {
        Watch watch = new Watch(BATCHES + 2);

        TrainingOutcome.Interrupted outcome =
                (TrainingOutcome.Interrupted) run(SGD, loop(epochs(20), VALIDATION, 0.1, Metric.ACCURACY), watch);

        assertThat(outcome.checkpoint().iterations()).isEqualTo(BATCHES + 2);
        assertThat(outcome.checkpoint().losses()).hasSize(2);
        assertThat(watch.epochs).hasSize(1);
    }

    @Test
    void epochsValues_comeFromTheValidationRowsAndNeverSteerTheSteps() {
        int[] flipped =
                Arrays.stream(VALIDATION.labels()).map(label -> 1 - label).toArray();
        Rows reversed = new Rows(VALIDATION.width(), VALIDATION.numbers(), flipped);
        Watch right = watch();
        Watch wrong = watch();
        run(ADAM, loop(epochs(4), VALIDATION, 0.01, Metric.ACCURACY), right);
        run(ADAM, loop(epochs(4), reversed, 0.01, Metric.ACCURACY), wrong);

        for (int i = 0; i < 4; i++) {
            Epoch epoch = right.epochs.get(i);
            assertThat(wrong.epochs.get(i).losses()).isEqualTo(epoch.losses());
            assertThat(wrong.epochs.get(i).value()).isCloseTo(1 - epoch.value(), within(1e-12));
            assertThat(wrong.epochs.get(i).validationLoss()).isGreaterThan(epoch.validationLoss());
        }
    }

    @Test
    void sameSeed_trainsTheSame() {
        Watch first = watch();
        Watch second = watch();
        run(ADAM, loop(epochs(3), VALIDATION, 0.05, Metric.ACCURACY), first);
        run(ADAM, loop(epochs(3), VALIDATION, 0.05, Metric.ACCURACY), second);

        assertThat(second.epochs)
                .extracting(Epoch::losses)
                .isEqualTo(first.epochs.stream().map(Epoch::losses).toList());
    }
}

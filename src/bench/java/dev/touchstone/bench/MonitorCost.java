package dev.touchstone.bench;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.training.LayerChange;
import dev.touchstone.training.Learner;
import dev.touchstone.training.LearnerState;
import dev.touchstone.training.NetworkSignals;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What all that watches a training costs of its time: time within looks into the network, and for answers of train rows, as a
 * share of the time of all else, in the same training. Beside it what a look, and what answers of train rows cost in steps,
 * which their schedules reckon with.
 */
final class MonitorCost {
    private static final double MOST = 0.05;
    private static final int ROUNDS = 5;

    private MonitorCost() {}

    /** Takes time within looks. */
    private static final class Timed implements Learner, TrainingMonitor {
        private final Learner learner;
        private final Rows validation;
        private long inLooks;
        private long inSteps;
        private long inAnswers;
        private int looks;
        private int answers;
        private int steps;

        Timed(Learner learner, Rows validation) {
            this.learner = learner;
            this.validation = validation;
        }

        @Override
        public int members() {
            return learner.members();
        }

        @Override
        public long parameters() {
            return learner.parameters();
        }

        @Override
        public int outputs() {
            return learner.outputs();
        }

        @Override
        public double unit() {
            return learner.unit();
        }

        @Override
        public double[] step(List<Step> step) {
            long start = System.nanoTime();
            double[] losses = learner.step(step);
            inSteps += System.nanoTime() - start;
            steps++;
            return losses;
        }

        @Override
        public Predictions predict(int member, Rows rows) {
            long start = System.nanoTime();
            Predictions predictions = learner.predict(member, rows);
            long taken = System.nanoTime() - start;
            if (!rows.equals(validation)) {
                inAnswers += taken;
                answers++;
            }
            return predictions;
        }

        @Override
        public Predictions answer(int member, Rows rows) {
            return learner.answer(member, rows);
        }

        @Override
        public NetworkSignals inspect(int member, Rows rows) {
            long start = System.nanoTime();
            NetworkSignals signals = learner.inspect(member, rows);
            inLooks += System.nanoTime() - start;
            looks++;
            return signals;
        }

        @Override
        public NoiseScale noise(int member, Rows rows) {
            long start = System.nanoTime();
            NoiseScale noise = learner.noise(member, rows);
            inLooks += System.nanoTime() - start;
            return noise;
        }

        @Override
        public List<LayerChange> changes(int member) {
            long start = System.nanoTime();
            List<LayerChange> changes = learner.changes(member);
            inLooks += System.nanoTime() - start;
            return changes;
        }

        @Override
        public boolean isFinite(int member) {
            return learner.isFinite(member);
        }

        @Override
        public LearnerState save(int member) {
            return learner.save(member);
        }

        @Override
        public void restore(int member, LearnerState state) {
            learner.restore(member, state);
        }

        @Override
        public void close() {
            learner.close();
        }
    }

    /** @param cost share of the time of all else */
    private record Measured(double cost, double ofAnswers, double stepsALook, double stepsAnAnswer) {}

    public static void main(String[] arguments) throws IOException {
        boolean yes = true;
        System.out.println("spec           batch  cost of both  of answers alone  steps a look, for answers (medians of " + ROUNDS + ")");
        for (String name : List.of("digits", "breast-cancer", "fashion")) {
            Path file = Path.of("search-spaces", name + ".yaml").toAbsolutePath();
            StudySpec spec = SpecFile.parse(Files.readString(file), file, new Overrides(Map.of(), null, null))
                    .spec();
            TrialTask task = spec.task(Studies.prepare(spec).data());
            for (int batch : new int[] {16, 32, 128}) {
                Assignment assignment = spec.space().centre().with(Hyperparameters.BATCH_SIZE, batch);
                run(task, assignment); // warms up
                List<Measured> rounds = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(run(task, assignment));
                }
                rounds.sort(Comparator.comparingDouble(Measured::cost));
                Measured median = rounds.get(ROUNDS / 2);
                yes &= median.cost() <= MOST;
                System.out.printf(
                        "%-13s  %5d  %11.1f%%  %15.1f%%  %12.1f %12.1f%n",
                        name,
                        batch,
                        100 * median.cost(),
                        100 * median.ofAnswers(),
                        median.stepsALook(),
                        median.stepsAnAnswer());
            }
        }
        System.out.println("wanted: 5 % at most: " + (yes ? "yes" : "NO"));
        System.exit(yes ? 0 : 1);
    }

    private static Measured run(TrialTask task, Assignment assignment) {
        Seed seed = new Seed(1);
        try (Timed timed = new Timed(task.learners(assignment).regularised(seed), task.data().validation())) {
            long start = System.nanoTime();
            task.loop(assignment, seed).run(timed, timed);
            long all = System.nanoTime() - start;
            double perStep = (double) timed.inSteps / timed.steps;
            long watching = timed.inLooks + timed.inAnswers;
            return new Measured(
                    (double) watching / (all - watching),
                    (double) timed.inAnswers / (all - watching),
                    timed.inLooks / perStep / Math.max(1, timed.looks),
                    timed.inAnswers / perStep / Math.max(1, timed.answers));
        }
    }
}

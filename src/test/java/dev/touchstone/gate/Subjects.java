package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.training.Dl4jLearner;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Learners;
import dev.touchstone.training.Schedule;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.schedule.ISchedule;

/** Networks, sound or not, on three clouds of points that any sound network tells apart. */
final class Subjects {
    static final int CLASSES = 3;
    static final int WIDTH = 10;

    private static final int ROWS = 300;
    private static final Seed SEED = new Seed(20);
    private static final Measured MEASURED = new Measured("subjects", "", GateCache.NONE);

    /** Makes an optimiser that follows a rate. */
    interface Optimisers {
        IUpdater following(ISchedule rate);
    }

    private Subjects() {}

    /** Clouds of unit spread around centres of about twice that distance. */
    static Rows clouds() {
        SplittableRandom random = SEED.derive("clouds").random();
        double[][] centres = new double[CLASSES][WIDTH];
        for (double[] centre : centres) {
            for (int i = 0; i < WIDTH; i++) {
                centre[i] = random.nextGaussian();
            }
        }
        float[] features = new float[ROWS * WIDTH];
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % CLASSES;
            for (int i = 0; i < WIDTH; i++) {
                features[row * WIDTH + i] = (float) ((centres[labels[row]][i] + random.nextGaussian()) / Math.sqrt(2));
            }
        }
        return new Rows(WIDTH, features, labels);
    }

    static GateSubject of(Rows rows, Layer... layers) {
        return of(rows, Adam::new, 0.01, 0, layers);
    }

    static GateSubject of(Rows rows, Optimisers optimiser, double rate, double momentum, Layer... layers) {
        return planned(300, rows, optimiser, rate, momentum, layers);
    }

    static GateSubject planned(
            long iterations, Rows rows, Optimisers optimiser, double rate, double momentum, Layer... layers) {
        GateSubject.Plan plan =
                new GateSubject.Plan(rate, 32, momentum, iterations, new Schedule.Constant(), Augmentations.NONE);
        return of(plan, rows, optimiser, layers);
    }

    /** With a rate that rises to its full height at the very end. */
    static GateSubject warmingUp(long iterations, Rows rows, Optimisers optimiser, double rate, Layer... layers) {
        GateSubject.Plan plan = new GateSubject.Plan(
                rate, 32, 0, iterations, new Schedule.WarmUp(0.99, new Schedule.Constant()), Augmentations.NONE);
        return of(plan, rows, optimiser, layers);
    }

    static GateSubject asking(RangeQuestion question, Rows rows, Optimisers optimiser, double rate, Layer... layers) {
        GateSubject.Plan plan =
                new GateSubject.Plan(rate, question, 32, 0, 1, 300, new Schedule.Constant(), Augmentations.NONE);
        return of(plan, rows, optimiser, layers);
    }

    /** On the clouds, asked which rate suits other rows. */
    static GateSubject suiting(Rows validation, Optimisers optimiser, double rate, Layer... layers) {
        GateSubject.Plan plan = new GateSubject.Plan(
                rate, RangeQuestion.WHICH_SUITS, 32, 0, 1, 300, new Schedule.Constant(), Augmentations.NONE);
        return of(plan, clouds(), validation, optimiser, layers);
    }

    /** On the clouds, with train batches augmented. */
    static GateSubject augmented(Augmentations augmentations, Layer... layers) {
        GateSubject.Plan plan = new GateSubject.Plan(0.01, 32, 0, 300, new Schedule.Constant(), augmentations);
        return of(plan, clouds(), Adam::new, layers);
    }

    private static GateSubject of(GateSubject.Plan plan, Rows rows, Optimisers optimiser, Layer... layers) {
        return of(plan, rows, rows, optimiser, layers);
    }

    private static GateSubject of(
            GateSubject.Plan plan, Rows rows, Rows validation, Optimisers optimiser, Layer... layers) {
        return new GateSubject(
                new Networks(optimiser, List.of(layers)),
                rows,
                validation,
                Tasks.classes(CLASSES),
                plan,
                SEED,
                MEASURED);
    }

    static DenseLayer.Builder dense(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).weightInit(WeightInit.RELU);
    }

    static OutputLayer.Builder output() {
        return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER);
    }

    /** The layers have no regularisation, so both kinds of learner are the same. */
    private record Networks(Optimisers optimiser, List<Layer> layers) implements Learners {
        @Override
        public Learner regularised(Seed seed) {
            return plain(seed);
        }

        @Override
        public Learner plain(Seed seed) {
            SteppedRate rate = new SteppedRate();
            NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                    .seed(seed.value())
                    .updater(optimiser.following(rate))
                    .list();
            layers.forEach(layer -> list.layer(layer.clone()));
            MultiLayerConfiguration configuration = list.setInputType(InputType.feedForward(WIDTH))
                    .validateOutputLayerConfig(false)
                    .build();
            return new Dl4jLearner(
                    new NetworkConfiguration.Chain(configuration, List.of(WIDTH)), rate, Tasks.classes(CLASSES));
        }
    }
}

package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How easily augmented rows are told from plain ones: the classifier two-sample test (Lopez-Paz and Oquab 2017). Half of the
 * train rows are augmented, a network learns which, and is asked of validation rows, half of which are.
 *
 * @param accuracy of the network; 0.5 by chance
 * @param pValue how probable so many right answers would be by guessing
 */
record ToldApart(double accuracy, double pValue) {
    /** How many networks it takes. */
    static final int TRAININGS = 1;

    private static final Task TASK = new Task.Classification(List.of("plain", "augmented"));

    static ToldApart measure(Rows train, Rows validation, Augmentations augmentations, Seed seed) {
        Rows asked = halfAugmented(validation, augmentations, seed.derive("asked"));
        Rows learned = halfAugmented(train, augmentations, seed.derive("learned"));
        try (Learner learner = ReferenceNetwork.trained(TASK, learned, Augmentations.NONE, seed)) {
            Predictions answers = learner.predict(0, asked);
            int right = 0;
            for (int row = 0; row < asked.count(); row++) {
                right += answers.chosen(row) == asked.labels()[row] ? 1 : 0;
            }
            double p = 1 - new BinomialDistribution(null, asked.count(), 0.5).cumulativeProbability(right - 1);
            return new ToldApart((double) right / asked.count(), p);
        }
    }

    /** The rows in random order, the later half of them augmented; their label is whether they are. */
    private static Rows halfAugmented(Rows rows, Augmentations augmentations, Seed seed) {
        int[] labels = new int[rows.count()];
        Rows dealt = rows.select(seed.permutation(labels.length));
        int half = labels.length / 2;
        Rows augmented = augmentations.apply(dealt.range(half, labels.length), seed);
        float[] features = dealt.numbers();
        augmented
                .features()
                .get(0, features, half * rows.width(), augmented.features().limit());
        for (int row = half; row < labels.length; row++) {
            labels[row] = 1;
        }
        return new Rows(rows.width(), features, labels);
    }
}

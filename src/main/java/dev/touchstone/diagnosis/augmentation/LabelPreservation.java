package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.data.augmentation.Augmentation;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Holm;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The experiment: reference networks are trained on plain train rows and asked of augmented validation rows; where they see
 * a class move, as many are trained with the augmentation and asked of plain validation rows.
 */
final class LabelPreservation {
    /** A paired test of Student at 5 % sees losses of twice the seeds' noise with a power of 95 % with so many. */
    static final int SEEDS = 5;

    static final int MOST_TRAIN = 2000;
    static final int MOST_VALIDATION = 500;

    /** Enough for angles and places to be seen all around, at little cost beside training. */
    static final int DRAWS = 20;

    private static final double SIGNIFICANT = 0.05;

    private final PreparedData data;
    private final Seed seed;
    private final Rows train;
    private final Rows validation;

    /**
     * What was measured of one augmentation.
     *
     * @param after the augmented validation rows, draw after draw
     * @param moves by a reference network's eyes
     * @param bad those of the moves whose class is harmed, with the harm
     */
    record Outcome(Rows after, List<LabelMove> moves, List<Bad> bad, ToldApart toldApart) {}

    /** A class that is moved to another one, and worse off for it. */
    record Bad(LabelMove move, Harm harm) {}

    LabelPreservation(PreparedData data, Seed seed) {
        this.data = data;
        this.seed = seed;
        this.train = sample(data.train(), MOST_TRAIN, "train");
        this.validation = sample(data.validation(), MOST_VALIDATION, "validation");
    }

    private Rows sample(Rows rows, int most, String purpose) {
        int[] order = seed.derive(purpose).permutation(rows.count());
        return rows.select(Arrays.copyOf(order, Math.min(most, order.length)));
    }

    Rows train() {
        return train;
    }

    Rows validation() {
        return validation;
    }

    /** Measures each augmentation on its own. */
    List<Outcome> measure(List<Augmentation> augmentations) {
        List<Augmentations> alone = augmentations.stream()
                .map(augmentation -> new Augmentations(List.of(augmentation)))
                .toList();
        List<Rows> asked = new ArrayList<>(List.of(validation));
        alone.forEach(augmentation -> asked.add(drawn(augmentation)));
        List<List<Predictions>> answers = answers(Augmentations.NONE, asked);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            List<LabelMove> moves =
                    new LabelMoves(validation.labels(), mean(answers.get(0)), mean(answers.get(i + 1))).find();
            outcomes.add(new Outcome(
                    asked.get(i + 1),
                    moves,
                    moves.isEmpty() ? List.of() : bad(moves, alone.get(i), answers.get(0)),
                    ToldApart.measure(train, validation, alone.get(i), seed.derive("told-apart", i))));
        }
        return outcomes;
    }

    private Rows drawn(Augmentations augmentation) {
        float[] features = new float[DRAWS * validation.features().limit()];
        for (int draw = 0; draw < DRAWS; draw++) {
            Rows changed = augmentation.apply(validation, seed.derive("draw", draw));
            changed.features()
                    .get(
                            0,
                            features,
                            draw * validation.features().limit(),
                            validation.features().limit());
        }
        return new Rows(validation.width(), features, new int[DRAWS * validation.count()]);
    }

    /** Answers of one network a seed for each of the rows. */
    private List<List<Predictions>> answers(Augmentations trainedWith, List<Rows> asked) {
        List<List<Predictions>> answers =
                asked.stream().<List<Predictions>>map(rows -> new ArrayList<>()).toList();
        for (int i = 0; i < SEEDS; i++) {
            try (Learner learner =
                    ReferenceNetwork.trained(data.task(), train, trainedWith, seed.derive("reference", i))) {
                for (int rows = 0; rows < asked.size(); rows++) {
                    answers.get(rows).add(learner.predict(0, asked.get(rows)));
                }
            }
        }
        return answers;
    }

    private static Predictions mean(List<Predictions> ofSeeds) {
        float[] mean = new float[ofSeeds.get(0).numbers().length];
        for (Predictions predictions : ofSeeds) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += predictions.numbers()[i] / ofSeeds.size();
            }
        }
        return new Predictions(ofSeeds.get(0).answers(), mean);
    }

    /** The moves whose class is harmed, corrected for their number (Holm 1979). */
    private List<Bad> bad(List<LabelMove> moves, Augmentations augmentation, List<Predictions> plain) {
        List<Predictions> augmented = answers(augmentation, List.of(validation)).get(0);
        List<Harm> harms = moves.stream()
                .map(move -> Harm.of(move.from(), move.to(), validation.labels(), plain, augmented))
                .toList();
        double[] adjusted = Holm.adjust(harms.stream().mapToDouble(Harm::pValue).toArray());
        return IntStream.range(0, adjusted.length)
                .filter(i -> adjusted[i] <= SIGNIFICANT)
                .mapToObj(i -> new Bad(moves.get(i), harms.get(i)))
                .toList();
    }
}

package dev.touchstone.ensemble;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a selection gains on rows that it was not made on: the rows are divided at random into folds; for each fold the
 * selection and the best single network are chosen on all others and compared on the fold. Over all folds every row is
 * compared once, by networks that it did not choose.
 */
public record CrossFit(GreedySelection selection) {
    /** Each selection is made on four fifths of the rows, nearly as many as the selection that is kept. */
    static final int FOLDS = 5;

    /** With fewer rows a fold is no more than a few. */
    static final int FEWEST_ROWS = 4 * FOLDS;

    /** Nothing when there are fewer than {@value #FEWEST_ROWS} rows. */
    public Optional<Gain> gain(List<Predictions> candidates, Targets targets, Seed seed) {
        if (targets.count() < FEWEST_ROWS) {
            return Optional.empty();
        }
        int[] place = seed.derive("cross-fit").permutation(targets.count());
        Predictions like = candidates.get(0);
        Joined ensemble = Joined.like(like);
        Joined single = Joined.like(like);
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            int[] on = rows(place.length, row -> place[row] % FOLDS != held);
            int[] off = rows(place.length, row -> place[row] % FOLDS == held);
            List<Predictions> seen =
                    candidates.stream().map(each -> each.select(on)).toList();
            GreedySelection.Choice choice = selection.choose(seen, targets.select(on));
            ensemble.put(choice.blend(candidates), off);
            single.put(candidates.get(choice.best()), off);
        }
        return Optional.of(Gain.of(
                selection.metric(),
                selection.direction(),
                ensemble.predictions(),
                List.of(single.predictions()),
                targets,
                seed));
    }

    private static int[] rows(int count, IntPredicate wanted) {
        return IntStream.range(0, count).filter(wanted).toArray();
    }

    /** Answers for all rows, each from the fold that it is in. */
    private record Joined(Predictions predictions) {
        static Joined like(Predictions like) {
            return new Joined(new Predictions(like.answers(), new float[like.numbers().length]));
        }

        void put(Predictions from, int[] rows) {
            int answers = predictions.answers();
            for (int row : rows) {
                System.arraycopy(from.numbers(), row * answers, predictions.numbers(), row * answers, answers);
            }
        }
    }
}

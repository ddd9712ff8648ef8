package dev.touchstone.ensemble;

import dev.touchstone.data.Targets;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses networks whose mean answer is best on some rows, greedily with replacement from the best ones on (Caruana,
 * Niculescu-Mizil, Crew and Ksikes 2004, "Ensemble selection from libraries of models", ICML). What the metric leaves
 * equal, the task's loss decides, then the order of the candidates.
 *
 * @param most different networks that may be chosen, from 2
 */
public record GreedySelection(Metric metric, Direction direction, int most) {
    /**
     * Networks that are put in, counted as often as they are. Shares are multiples of one in at most so many; in Caruana
     * et al. performance has levelled off by then.
     */
    static final int PICKS = 50;

    /**
     * What was chosen.
     *
     * @param best index of the best single candidate
     * @param picks how often each candidate is in it
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
    public record Choice(int best, int[] picks) {
        /** How many different candidates are in it. */
        public int different() {
            return (int) IntStream.of(picks).filter(count -> count > 0).count();
        }

        /** The mean answer of the chosen candidates. */
        public Predictions blend(List<Predictions> candidates) {
            Blend blend = new Blend(candidates.get(0));
            for (int i = 0; i < picks.length; i++) {
                if (picks[i] > 0) {
                    blend.add(candidates.get(i), picks[i]);
                }
            }
            return blend.mean();
        }
    }

    private record Score(double value, double loss) {}

    /**
     * Chooses from at least one candidate with finite answers.
     *
     * @param targets of the rows that are chosen on
     */
    public Choice choose(List<Predictions> candidates, Targets targets) {
        return new Run(candidates, targets).toEnd();
    }

    private Comparator<Score> better() {
        Comparator<Double> ascending = Comparator.naturalOrder();
        return Comparator.comparing(Score::value, direction == Direction.MAXIMISE ? ascending.reversed() : ascending)
                .thenComparing(Score::loss);
    }

    private static Metric loss(Targets targets) {
        return switch (targets.kind()) {
            case CLASSIFICATION -> Metric.CROSS_ENTROPY;
            case MULTI_LABEL -> Metric.BINARY_CROSS_ENTROPY;
            case REGRESSION -> Metric.RMSE;
        };
    }

    /** One selection under way. */
    private final class Run {
        private final List<Predictions> candidates;
        private final Targets targets;
        private final List<Integer> order;
        private final Set<Integer> chosen = new HashSet<>();
        private final List<Integer> path = new ArrayList<>();
        private Blend blend;
        private Score score;

        Run(List<Predictions> candidates, Targets targets) {
            this.candidates = candidates;
            this.targets = targets;
            List<Score> alone = candidates.stream().map(this::score).toList();
            this.order = IntStream.range(0, candidates.size())
                    .boxed()
                    .sorted(Comparator.comparing(alone::get, better()))
                    .toList();
            this.blend = new Blend(candidates.get(0));
            this.score = alone.get(order.get(0));
        }

        Choice toEnd() {
            int begun = begin();
            Score best = score;
            int length = begun;
            while (path.size() < PICKS) {
                addBest();
                if (better().compare(score, best) < 0) {
                    best = score;
                    length = path.size();
                }
            }
            int[] picks = new int[candidates.size()];
            path.subList(0, length).forEach(candidate -> picks[candidate]++);
            return new Choice(order.get(0), picks);
        }

        /** With the best so many of them that are best together; gives how many. */
        private int begin() {
            Blend all = new Blend(candidates.get(0));
            int best = 0;
            for (int count = 1; count <= Math.min(most, order.size()); count++) {
                all.add(candidates.get(order.get(count - 1)), 1);
                Score together = score(all.mean());
                if (best == 0 || better().compare(together, score) < 0) {
                    best = count;
                    score = together;
                }
            }
            order.subList(0, best).forEach(this::add);
            return best;
        }

        private void addBest() {
            int pick = -1;
            Score best = score;
            for (int candidate : order) {
                if (chosen.size() < most || chosen.contains(candidate)) {
                    Score with = score(blend.with(candidates.get(candidate)).mean());
                    if (pick < 0 || better().compare(with, best) < 0) {
                        pick = candidate;
                        best = with;
                    }
                }
            }
            add(pick);
            score = best;
        }

        private void add(int candidate) {
            blend.add(candidates.get(candidate), 1);
            chosen.add(candidate);
            path.add(candidate);
        }

        private Score score(Predictions predictions) {
            return new Score(metric.value(predictions, targets), loss(targets).value(predictions, targets));
        }
    }
}

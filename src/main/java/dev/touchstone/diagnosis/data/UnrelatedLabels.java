package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Labels that have nothing to do with the features of their rows, told from rows that are hard to tell. Where a row is hard to
 * tell its label is of a class like the one it is taken for, and where neighbours are surest that is rare. A label that was
 * dealt out, or is another row's, is of any class as often as that class's share has it, however sure neighbours are
 * and however unlike the classes. Numbers are taken by their {@link Fifths}.
 *
 * @param share of labels of unlike classes beside what chance would have of them, among rows of which neighbours are surest:
 *     about the share of labels that have nothing to do with their rows; 0 for none, 1 for all
 * @param error its standard error
 * @param alike the same of labels of like classes
 * @param ofNoise the share that there would be of rows that are hard to tell, of which as many have labels of like classes;
 *     NaN where that was not asked, for there are too few
 * @param errorOfNoise by how much that is uncertain
 */
public record UnrelatedLabels(double share, double error, double alike, double ofNoise, double errorOfNoise) {
    /** Of fewer, none is unlike enough. */
    private static final int FEWEST_CLASSES = 4;

    /** Of the rows that are taken for a class, those of which neighbours are surest. */
    private static final double QUARTER = 0.25;

    private static final double HALF = 0.5;

    /**
     * Of classes: numbers that normal noise blurs have labels in the other outermost fifth about as the fourth power of those that
     * are less unlike (3.6 to 4.3 for correlations of 0.7 to 0.2, by integration).
     */
    private static final double POWER = 4;

    /** Of labels of like classes: as many, as far as few rows let tell. */
    private static final double NEARLY_ALL = 2.0 / 3;

    /** Routine data have gross errors in up to a tenth of their rows (Hampel, Ronchetti, Rousseeuw and Stahel 1986). */
    private static final double ROUTINE = 0.1;

    /** Standard errors: beyond chance. */
    private static final double ERRORS = 2;

    /** Standard errors: by chance in less than one of a hundred tables. */
    private static final double CLEARLY = 2.5;

    /** Null of sets of labels, of fewer classes, and of numbers with few values, or many that are the same. */
    static @Nullable UnrelatedLabels of(CheckedData data) {
        Seed seed = data.seed().derive("unrelated-labels");
        if (data.rows().targets() instanceof Targets.Classes) {
            return of(ofClasses(NeighbourVotes.ofTrusted(data), seed), alike -> Math.pow(alike, POWER));
        } else if (data.rows().targets() instanceof Targets.Values values) {
            double[] numbers = IntStream.of(data.neighbourhood().members())
                    .mapToDouble(row -> values.numbers()[row])
                    .toArray();
            UnlikeLabels labels = Fifths.unlike(data.neighbourhood(), numbers, seed);
            UnrelatedLabels few = of(labels, alike -> Double.NaN);
            return few == null || !few.areMany()
                    ? few
                    : of(labels, new NormalNoise(data.neighbourhood(), numbers, seed)::unlike);
        }
        return null;
    }

    /** Whether there are more than wrong labels usually are, and of unlike classes more than half as many as of like ones. */
    public boolean areMany() {
        return atLeast() > LabelNoiseCheck.USUAL && share > HALF * alike;
    }

    /** Whether nearly as many are of unlike classes, and more than where rows are only hard to tell, however hard. */
    private boolean exceedNoise() {
        return areMany() && share > NEARLY_ALL * alike && share - ofNoise > CLEARLY * Math.hypot(error, errorOfNoise);
    }

    /**
     * Whether part of the labels have nothing to do with their features while the others go with theirs: more than routine
     * data have and clearly not all, nearly as many of unlike classes as of like ones, and more than where rows are only hard
     * to tell.
     */
    public boolean arePart() {
        return exceedNoise() && atLeast() > ROUTINE && share + ERRORS * error < 1;
    }

    private double atLeast() {
        return share - ERRORS * error;
    }

    private static UnlikeLabels ofClasses(NeighbourVotes votes, Seed seed) {
        if (DoubleStream.of(votes.shares()).filter(share -> share > 0).count() < FEWEST_CLASSES) {
            return UnlikeLabels.NONE;
        }
        SurestAnswers answers = SurestAnswers.of(votes, QUARTER, seed);
        boolean[][] unlike = unlike(answers.others());
        return answers.surest()
                .unlike(
                        (taken, given) -> unlike[taken][given],
                        (taken, given) -> taken != given && !unlike[taken][given]);
    }

    /** @param noise the share of unlike labels that there would be of rows that are hard to tell, by that of like ones */
    private static @Nullable UnrelatedLabels of(UnlikeLabels labels, DoubleUnaryOperator noise) {
        if (!labels.canTell()) {
            return null;
        }
        double alike = labels.shareOfLike();
        double ofNoise = noise.applyAsDouble(alike);
        return new UnrelatedLabels(
                labels.share(),
                labels.error(),
                alike,
                ofNoise,
                noise.applyAsDouble(alike + labels.errorOfLike()) - ofNoise);
    }

    /** The half of all pairs of classes that are taken for each other least. */
    private static boolean[][] unlike(AnswerCounts counts) {
        record Pair(int one, int other, double rate) {}
        int classes = counts.found().length;
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < classes; one++) {
            for (int other = one + 1; other < classes; other++) {
                double expected = counts.expected()[one][other] + counts.expected()[other][one];
                if (expected > 0) {
                    double found = counts.found()[one][other] + counts.found()[other][one];
                    pairs.add(new Pair(one, other, found / expected));
                }
            }
        }
        boolean[][] unlike = new boolean[classes][classes];
        pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::rate))
                .limit(pairs.size() / 2)
                .forEach(pair -> {
                    unlike[pair.one()][pair.other()] = true;
                    unlike[pair.other()][pair.one()] = true;
                });
        return unlike;
    }
}

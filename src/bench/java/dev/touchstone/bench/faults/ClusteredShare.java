package dev.touchstone.bench.faults;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How many of how many, where those of one cluster are alike: Wilson's 95 % interval of as many independent ones as they
 * are worth. That number is divided by the design effect (Kish 1965): the variance of the share between clusters over that
 * of independent ones, never below 1.
 *
 * @param worth how many independent ones they are worth
 */
record ClusteredShare(int part, int of, double worth) {
    private static final double Z = 1.959964;

    /** @param cluster that one belongs to */
    static <T> ClusteredShare of(Collection<T> all, Function<T, String> cluster, Predicate<T> which) {
        Map<String, int[]> clusters = new LinkedHashMap<>();
        int part = 0;
        for (T each : all) {
            int[] counts = clusters.computeIfAbsent(cluster.apply(each), name -> new int[2]);
            counts[1]++;
            if (which.test(each)) {
                counts[0]++;
                part++;
            }
        }
        return new ClusteredShare(part, all.size(), all.size() / designEffect(List.copyOf(clusters.values()), part, all.size()));
    }

    private static double designEffect(List<int[]> clusters, int part, int of) {
        double share = (double) part / of;
        double independent = share * (1 - share) / of;
        if (clusters.size() < 2 || independent == 0) {
            return 1;
        }
        double sum = clusters.stream()
                .mapToDouble(counts -> Math.pow(counts[0] - share * counts[1], 2))
                .sum();
        double clustered = sum * clusters.size() / (clusters.size() - 1.0) / of / of;
        return Math.max(1, clustered / independent);
    }

    double share() {
        return (double) part / of;
    }

    double low() {
        return bound(-1);
    }

    double high() {
        return bound(1);
    }

    private double bound(int sign) {
        double share = share();
        double centre = share + Z * Z / (2 * worth);
        double half = Z * Math.sqrt(share * (1 - share) / worth + Z * Z / (4 * worth * worth));
        return Math.max(0, Math.min(1, (centre + sign * half) / (1 + Z * Z / worth)));
    }

    @Override
    public String toString() {
        return of == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%d of %d = %.1f %% (%.1f to %.1f)",
                        part,
                        of,
                        100 * share(),
                        100 * low(),
                        100 * high());
    }
}

package dev.touchstone.bench;

import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.execution.InProcessExecutor;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.search.Regime;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * {@code regularisation: auto} on networks that are made to overfit (few rows, wide layers, long training) and to underfit
 * (layers of two to four units, much weight decay, few epochs): how often it picks the right side, and its best validation accuracy
 * against that of the same space searched as it is, with the same budget and seeds.
 *
 * <p>Wanted: the right side in each seed of each set-up, and nowhere a best value that is worse beyond
 * its interval.
 */
final class RegularisationAuto implements InFolder {
    private static final int SEEDS = 10;
    private static final int TRIALS = 16;

    private static final String OVERFITTING = """
              width: {integer: [64, 256], log: true}
              learning-rate: {log-uniform: [1e-3, 3e-2]}
            training: {epochs: 20, early-stopping: {patience: 20}}
            """;

    private static final String UNDERFITTING = """
              width: {integer: [2, 4]}
              learning-rate: {log-uniform: [1e-3, 3e-2]}
              weight-decay: {log-uniform: [0.1, 100]}
            training: {epochs: 3}
            """;

    /** @param split shares */
    private record SetUp(String data, String label, String split, String space, Regime right) {
        String spec(long seed, boolean auto) {
            Path csv = Path.of("search-spaces", "data", data + ".csv").toAbsolutePath();
            return """
                    study: %s
                    data:
                      source: {csv: '%s', label: %s}
                      split: {%s, seed: %d}
                      checks: advise
                    model:
                      layers:
                        - dense: {units: $width}
                        - output: {}
                    gates: {initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
                    search: {trials: %d, seed: %d}
                    %s
                    space:
                    %s
                    """.formatted(
                            data, csv, label, split, seed, TRIALS, seed, auto ? "regularisation: auto" : "", space);
        }
    }

    private static final List<SetUp> SET_UPS = List.of(
            new SetUp("digits", "digit", "train: 0.06, validation: 0.4, test: 0.54", OVERFITTING, Regime.OVERFITTING),
            new SetUp(
                    "vowel",
                    "vowel",
                    "train: 0.3, validation: 0.35, test: 0.35, group: speaker",
                    OVERFITTING,
                    Regime.OVERFITTING),
            new SetUp("digits", "digit", "train: 0.2, validation: 0.3, test: 0.5", UNDERFITTING, Regime.UNDERFITTING),
            new SetUp(
                    "vowel",
                    "vowel",
                    "train: 0.4, validation: 0.3, test: 0.3, group: speaker",
                    UNDERFITTING,
                    Regime.UNDERFITTING));

    /** @param regime nothing of a study that is not auto */
    private record Swept(double best, Optional<Regime> regime) {}

    private final int first;

    private RegularisationAuto(int first) {
        this.first = first;
    }

    /** @param arguments the first seed; 1 without */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new RegularisationAuto(arguments.length == 0 ? 1 : Integer.parseInt(arguments[0])));
    }

    @Override
    public boolean run(Path folder) throws IOException {
        System.out.printf(
                "seeds %d to %d, %d trials each%n%-14s %-13s %5s %9s %5s %7s %7s  %s%n",
                first, first + SEEDS - 1, TRIALS, "data", "made for", "right", "undecided", "wrong", "plain", "auto", "auto less plain [95 %]");
        boolean yes = true;
        for (SetUp setUp : SET_UPS) {
            yes &= tell(setUp, folder);
        }
        System.out.println("right in each seed, nowhere worse beyond the interval: " + (yes ? "yes" : "NO"));
        return yes;
    }

    private boolean tell(SetUp setUp, Path folder) throws IOException {
        DescriptiveStatistics plain = new DescriptiveStatistics();
        DescriptiveStatistics auto = new DescriptiveStatistics();
        DescriptiveStatistics difference = new DescriptiveStatistics();
        List<Regime> regimes = new ArrayList<>();
        for (int seed = first; seed < first + SEEDS; seed++) {
            Swept ofPlain = sweep(setUp, seed, false, folder);
            Swept ofAuto = sweep(setUp, seed, true, folder);
            plain.addValue(ofPlain.best());
            auto.addValue(ofAuto.best());
            difference.addValue(ofAuto.best() - ofPlain.best());
            regimes.add(ofAuto.regime().orElseThrow());
        }
        long right = regimes.stream().filter(setUp.right()::equals).count();
        long undecided = regimes.stream().filter(Regime.UNDECIDED::equals).count();
        long wrong = SEEDS - right - undecided;
        double half = new TDistribution(SEEDS - 1.0).inverseCumulativeProbability(0.975)
                * difference.getStandardDeviation()
                / Math.sqrt(SEEDS);
        System.out.printf(
                "%-14s %-13s %5d %9d %5d %7.4f %7.4f  %+.4f [%+.4f, %+.4f]%n",
                setUp.data(),
                setUp.right().name().toLowerCase(java.util.Locale.ROOT),
                right,
                undecided,
                wrong,
                plain.getMean(),
                auto.getMean(),
                difference.getMean(),
                difference.getMean() - half,
                difference.getMean() + half);
        return right == SEEDS && difference.getMean() + half >= 0;
    }

    private static Swept sweep(SetUp setUp, long seed, boolean auto, Path folder) throws IOException {
        Path own = folder.resolve(setUp.data() + "-" + setUp.right() + "-" + seed + (auto ? "-auto" : "-plain"));
        Files.createDirectories(own);
        Studies studies =
                new Studies(own.resolve("reports"), VaultKeys.inFolder(own.resolve("keys")), Clock.systemUTC());
        StudyRecord record;
        try (OpenStudy study = studies.start(
                SpecFile.parse(setUp.spec(seed, auto), own.resolve("spec.yaml"), Overrides.NONE), Overrides.NONE)) {
            new SearchCoordinator(
                            study,
                            new RandomSampler(),
                            new Silent(),
                            () -> false,
                            SearchCoordinator.CONSECUTIVE_FAILURES)
                    .run(new InProcessExecutor(study.task(), study.store(), study.artefacts()));
            record = study.store().read();
        }
        double best = record.trials().stream()
                .map(TrialRecord::completed)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(completed -> completed.values().get(record.head().metric()))
                .max()
                .orElse(Double.NaN);
        return new Swept(
                best, studies.autoSearch(record).map(search -> search.decision().regime()));
    }
}

package dev.touchstone.bench;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many labels that were flipped at random the data check names, and how many of those that were left alone. */
final class LabelNoise implements InFolder {
    private static final int SEEDS = 3;
    private static final int CLASSES = 10;
    private static final double FLIPPED = 0.05;
    private static final double LEAST_NAMED = 0.8;
    private static final double MOST_ACCUSED = 0.02;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new LabelNoise());
    }

    @Override
    public boolean run(Path folder) throws IOException {
        System.out.println("seed  flipped  named            clean  accused");
        boolean yes = true;
        for (int seed = 1; seed <= SEEDS; seed++) {
            yes &= flipAndFind(Files.createDirectory(folder.resolve("seed-" + seed)), seed);
        }
        System.out.printf(
                "wanted: at least %.0f %% named, at most %.0f %% of the clean accused: %s%n",
                100 * LEAST_NAMED, 100 * MOST_ACCUSED, yes ? "yes" : "NO");
        return yes;
    }

    private static boolean flipAndFind(Path folder, int seed) throws IOException {
        Set<Integer> flipped = flip(folder.resolve("flipped.csv"), seed);
        Path file = Digits.spec(folder, Map.of("  source", "{csv: flipped.csv, label: digit}"));
        StudySpec spec = SpecFile.read(file, Overrides.NONE).spec();
        Prepared prepared = DataPreparation.prepare(spec.data());
        Set<Integer> clean = IntStream.concat(
                        IntStream.of(prepared.origin().train()),
                        IntStream.of(prepared.origin().validation()))
                .mapToObj(row -> row + 1)
                .collect(Collectors.toCollection(HashSet::new));
        flipped.retainAll(clean); // the check does not see the test split
        clean.removeAll(flipped);
        List<?> rows = spec.checkData(prepared).stream()
                .filter(finding -> finding.code().equals("label-noise"))
                .<List<?>>map(finding -> (List<?>) finding.evidence().get("rows"))
                .findFirst()
                .orElse(List.of());
        long named = rows.stream().filter(flipped::contains).count();
        long accused = rows.stream().filter(clean::contains).count();
        double shareNamed = (double) named / flipped.size();
        double shareAccused = (double) accused / clean.size();
        System.out.printf(
                "%4d  %7d  %5d (%4.1f %%)  %5d  %5d (%.2f %%)%n",
                seed, flipped.size(), named, 100 * shareNamed, clean.size(), accused, 100 * shareAccused);
        return shareNamed >= LEAST_NAMED && shareAccused <= MOST_ACCUSED;
    }

    /** @return the rows, from 1, that have another label in the file than in the digits data */
    private static Set<Integer> flip(Path file, int seed) throws IOException {
        List<String> lines = Files.readAllLines(Digits.DATA);
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new Seed(seed).permutation(lines.size() - 1);
        Set<Integer> flipped = new HashSet<>();
        for (int i = 0; i < FLIPPED * order.length; i++) {
            int row = order[i] + 1;
            String line = lines.get(row);
            int comma = line.lastIndexOf(',');
            int other = (Integer.parseInt(line.substring(comma + 1)) + 1 + random.nextInt(CLASSES - 1)) % CLASSES;
            lines.set(row, line.substring(0, comma + 1) + other);
            flipped.add(row);
        }
        Files.write(file, lines);
        return flipped;
    }
}

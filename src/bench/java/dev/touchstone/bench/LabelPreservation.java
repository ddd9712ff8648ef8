package dev.touchstone.bench;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which augmentations of real images the data checks call bad, over several seeds, and the pairs of classes they name. */
final class LabelPreservation implements InFolder {
    private static final int SEEDS = 3;

    /** Whether each is wanted to be called bad; of others nothing is known beforehand. */
    private static final Map<String, Boolean> DIGITS = new TreeMap<>(Map.of(
            "{rotation: {degrees: 180}}", true,
            "{shift: {pixels: 1}}", false,
            "{crop: {padding: 1}}", false,
            "{noise: {deviation: 0.1}}", false));

    private static final Map<String, Boolean> FASHION =
            new TreeMap<>(Map.of("{flip: {horizontal: 0.5}}", false, "{noise: {deviation: 0.1}}", false));

    private static final List<String> OTHERS = List.of(
            "{rotation: {degrees: 15}}",
            "{rotation: {degrees: 90}}",
            "{flip: {horizontal: 0.5}}",
            "{flip: {vertical: 0.5}}",
            "{shift: {pixels: 2}}",
            "{erasing: {share: 0.3}}");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InFolder.runAndExit(new LabelPreservation());
    }

    @Override
    public boolean run(Path folder) throws IOException {
        System.out.println("data     augmentation                bad by seed  wanted  pairs");
        boolean yes = true;
        for (Map.Entry<String, Boolean> each : DIGITS.entrySet()) {
            yes &= tell("digits", each.getKey(), each.getValue().toString());
        }
        for (Map.Entry<String, Boolean> each : FASHION.entrySet()) {
            yes &= tell("fashion", each.getKey(), each.getValue().toString());
        }
        for (String other : OTHERS) {
            tell("digits", other, "-");
        }
        System.out.println("all as wanted: " + (yes ? "yes" : "NO"));
        return yes;
    }

    private static boolean tell(String data, String step, String wanted) throws IOException {
        StringBuilder bad = new StringBuilder();
        Map<String, Integer> pairs = new TreeMap<>();
        boolean yes = true;
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<?> named = badPairs(data, step, seed);
            bad.append(named.isEmpty() ? "no " : "yes ");
            named.forEach(pair -> pairs.merge(pair.toString(), 1, Integer::sum));
            yes &= !wanted.equals(Boolean.toString(named.isEmpty()));
        }
        System.out.printf("%-8s %-27s %-12s %-7s %s%n", data, step, bad, wanted, pairs);
        return yes;
    }

    private static List<?> badPairs(String data, String step, long seed) throws IOException {
        Path file = Path.of("search-spaces", data + ".yaml");
        String text = Files.readString(file).replace("\nspace:\n", "\naugmentation: [" + step + "]\nspace:\n");
        StudySpec spec =
                SpecFile.parse(text, file, new Overrides(Map.of(), null, seed)).spec();
        return spec.checkData(Studies.prepare(spec)).stream()
                .filter(finding -> finding.code().equals("bad-augmentation"))
                .<List<?>>map(LabelPreservation::pairs)
                .findFirst()
                .orElse(List.of());
    }

    private static List<?> pairs(Finding finding) {
        return (List<?>) finding.evidence().get("pairs");
    }
}

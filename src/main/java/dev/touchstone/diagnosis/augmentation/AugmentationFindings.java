package dev.touchstone.diagnosis.augmentation;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.augmentation.LabelPreservation.Bad;
import dev.touchstone.diagnosis.augmentation.LabelPreservation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was measured of augmentations, in words, numbers and pictures.
 *
 * @param train rows that the networks learned from
 * @param validation rows that they were asked of
 */
record AugmentationFindings(PreparedData data, Rows train, Rows validation) {
    /** An augmentation that makes rows of one class into rows of another, and a network worse. */
    Finding bad(String step, Outcome outcome) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("augmentation", step);
        evidence.put("pairs", outcome.bad().stream().map(this::pair).toList());
        evidence.put("moved-shares", each(outcome, bad -> bad.move().augmented()));
        evidence.put("moved-shares-plain", each(outcome, bad -> bad.move().plain()));
        evidence.put(
                "beyond-plain-low", each(outcome, bad -> bad.move().beyond().low()));
        evidence.put(
                "beyond-plain-high", each(outcome, bad -> bad.move().beyond().high()));
        evidence.put("right-without", each(outcome, bad -> bad.harm().plain()));
        evidence.put("right-with", each(outcome, bad -> bad.harm().augmented()));
        evidence.put("p-values", each(outcome, bad -> bad.harm().pValue()));
        addPictures(outcome, evidence);
        return new Finding(
                "bad-augmentation",
                Severity.WARNING,
                step + " does not keep labels: "
                        + outcome.bad().stream().map(this::sentence).collect(Collectors.joining("; ")),
                true,
                evidence,
                "leave " + step.replaceFirst(" .*", "") + " out, or lower the most that its range allows");
    }

    private interface Of {
        Object value(Bad bad);
    }

    private static List<Object> each(Outcome outcome, Of property) {
        return outcome.bad().stream().map(property::value).toList();
    }

    private String pair(Bad bad) {
        return name(bad.move().from()) + " to " + name(bad.move().to());
    }

    private String sentence(Bad bad) {
        return "a network takes " + percent(bad.move().augmented()) + " of augmented "
                + name(bad.move().from()) + " for " + name(bad.move().to()) + " with confidence ("
                + percent(bad.move().plain())
                + " of plain ones), and trained with it, it has "
                + percent(bad.harm().augmented()) + " of plain "
                + name(bad.move().from()) + " right instead of "
                + percent(bad.harm().plain());
    }

    private String name(int label) {
        return data.classNames().get(label);
    }

    private static String percent(double share) {
        return ShortNumber.of(100 * share) + " %";
    }

    /** Where rows are images. */
    private void addPictures(Outcome outcome, Map<String, Object> evidence) {
        if (data.shape().size() != 3) {
            return;
        }
        BeforeAndAfter drawing = new BeforeAndAfter(data.shape(), data.normaliser());
        List<String> pictures = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        for (Bad bad : outcome.bad()) {
            for (int at : bad.move().examples()) {
                int row = at % validation.count();
                pictures.add(drawing.dataUri(
                        validation.range(row, row + 1).numbers(),
                        outcome.after().range(at, at + 1).numbers()));
                captions.add(name(bad.move().from()) + ", then taken for "
                        + name(bad.move().to()));
            }
        }
        evidence.put(Finding.PICTURES, pictures);
        evidence.put(Finding.CAPTIONS, captions);
    }

    /** What is to be known of every step, bad or not, and at what cost it was found. */
    Finding measured(List<String> steps, List<Outcome> outcomes) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("augmentations", steps);
        evidence.put(
                "told-apart",
                outcomes.stream().map(outcome -> outcome.toldApart().accuracy()).toList());
        evidence.put(
                "p-values",
                outcomes.stream().map(outcome -> outcome.toldApart().pValue()).toList());
        evidence.put(
                "classes-moved",
                outcomes.stream().map(outcome -> outcome.moves().size()).toList());
        evidence.put("train-rows", train.count());
        evidence.put("validation-rows", validation.count());
        evidence.put("draws-a-row", LabelPreservation.DRAWS);
        evidence.put("seeds", LabelPreservation.SEEDS);
        evidence.put("epochs", ReferenceNetwork.EPOCHS);
        return new Finding(
                "augmentation-effect",
                Severity.INFO,
                "how often a network tells augmented rows from plain ones, of 50 % by chance: "
                        + IntStream.range(0, steps.size())
                                .mapToObj(i -> steps.get(i) + " "
                                        + percent(outcomes.get(i).toldApart().accuracy()))
                                .collect(Collectors.joining(", ")),
                true,
                evidence,
                "nothing needs to change: easily told rows can still teach, as long as labels are kept");
    }
}

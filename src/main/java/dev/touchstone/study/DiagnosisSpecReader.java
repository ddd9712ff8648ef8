package dev.touchstone.study;

import dev.touchstone.spec.SpecName;
import dev.touchstone.spec.SpecNode;
import java.util.Optional;

/** Reads the {@code diagnosis} section of a spec. The schema leaves it nothing to refuse. */
final class DiagnosisSpecReader {
    /** Name of the section. */
    static final String KEY = "diagnosis";

    private DiagnosisSpecReader() {}

    static DiagnosisSpec read(SpecNode.Mapping root) {
        SpecNode.Mapping section = root.section(KEY);
        return new DiagnosisSpec(
                section.text("experiments")
                        .flatMap(name -> SpecName.find(DiagnosisSpec.Experiments.class, name))
                        .orElse(DiagnosisSpec.DEFAULT.experiments()),
                section.text("budget").flatMap(DiagnosisSpecReader::share).orElse(DiagnosisSpec.DEFAULT.budget()));
    }

    /** Nothing for what the schema has refused already; the other sections are read all the same. */
    private static Optional<Double> share(String percentage) {
        try {
            return Optional.of(Double.parseDouble(percentage.replace("%", "").strip()) / 100);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

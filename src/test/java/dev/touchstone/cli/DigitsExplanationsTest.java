package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.diagnosis.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations of all trials of a sweep read well, whatever became of them. */
class DigitsExplanationsTest {
    private static final int TRIALS = 8;

    @TempDir
    private Path folder;

    /** The digits' search space with short trainings and no gate, so that every kind of trial is trained. */
    private Path spec() throws IOException {
        Path own = Path.of("search-spaces", "digits.yaml").toAbsolutePath();
        String text = Files.readString(own)
                .replace(
                        "data/digits.csv", own.resolveSibling("data/digits.csv").toString())
                .replace("train: 0.7, validation: 0.15, test: 0.15", "train: 0.3, validation: 0.2, test: 0.5")
                .replaceFirst(
                        "gates: .*",
                        "gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}")
                .replace("epochs: 30", "epochs: 6")
                .replace("trials: 24", "trials: " + TRIALS);
        assertThat(text).contains("epochs: 6", "train: 0.3", "trials: " + TRIALS);
        return Files.writeString(folder.resolve("digits.yaml"), text);
    }

    private JsonNode explained(int trial) {
        Called called = Called.with(
                "explain", "digits", "--trial", String.valueOf(trial), "--json", "--reports", folder.toString());
        assertThat(called.code()).as(called.err()).isZero();
        return Json.tree(called.out());
    }

    private static List<FindingCode> codes(JsonNode explanation) {
        List<FindingCode> codes = new ArrayList<>();
        explanation
                .path("findings")
                .forEach(finding -> codes.add(
                        FindingCode.named(finding.path("code").textValue()).orElseThrow()));
        return codes;
    }

    @Test
    void noTrialIsToldTwoThingsThatContradictEachOther_norMoreThanFiveLinesBeforeTheDetails() throws IOException {
        Called swept = Called.with("sweep", spec().toString(), "--on", "threads", "--reports", folder.toString());
        assertThat(swept.code()).as(swept.err()).isZero();
        Set<FindingCode> seen = new HashSet<>();
        for (int trial = 1; trial <= TRIALS; trial++) {
            JsonNode explanation = explained(trial);
            List<FindingCode> codes = codes(explanation);
            seen.addAll(codes);

            assertThat(explanation.path("summary").size())
                    .as(explanation.toPrettyString())
                    .isBetween(2, 5);
            assertThat(codes).doesNotHaveDuplicates();
            for (FindingCode one : codes) {
                assertThat(codes).as(explanation.toPrettyString()).noneMatch(one::excludes);
            }
        }
        assertThat(seen).as("a sweep that has something to tell").hasSizeGreaterThan(2);
    }
}

package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Experiments;
import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Workbench;
import dev.touchstone.gate.GateCache;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.trial.ExperimentTrainer;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Short trainings on real rows that one fault was put into are found to have it, and those on the rows as they are nothing. */
class FaultyRowsTest {
    private static final Seed SEED = new Seed(5);

    private static final String SPEC = """
            data:
              source: {csv: data/%s.csv, label: %s}
              split: {train: %s, validation: %s, test: %s, stratify: true, seed: 7}
              normalise: standardise
            model:
              layers:
                - %s
                - output: {}
            space: {learning-rate: {log-uniform: [1e-8, 1.0]}}
            gates: {build: off, initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}
            training: {epochs: 6, schedule: constant}
            search: {trials: 1, seed: 1}
            """;

    static final String DENSE = "dense: {units: 32}";

    /** Half of digits, so that a training takes a fraction of a second. */
    private static StudySpec digits(String layer) {
        return spec("digits", "digit", 0.3, 0.3, layer);
    }

    /** A twentieth of diamonds. */
    private static StudySpec diamonds() {
        return spec("diamonds", "price", 0.05, 0.05, DENSE);
    }

    private static StudySpec spec(String data, String label, double train, double validation, String layer) {
        double test = 1 - train - validation;
        return SpecFile.parse(
                        SPEC.formatted(data, label, train, validation, test, layer),
                        Path.of("search-spaces", "of-a-test.yaml"),
                        Overrides.NONE)
                .spec();
    }

    private static final PreparedData DIGITS = Studies.prepare(digits(DENSE)).data();

    private static final PreparedData DIAMONDS = Studies.prepare(diamonds()).data();

    private static TrialTask task(StudySpec spec, PreparedData data) {
        return spec.task(data);
    }

    private static List<Finding> findings(TrialTask task, Map<String, Object> values) {
        List<Finding> found = new ArrayList<>();
        new TrialPipeline(
                        task,
                        (trial, event) -> {
                            if (event instanceof TrialEvent.FindingMade made) {
                                found.add(made.finding());
                            }
                        },
                        new Replay.Dropped(),
                        GateCache.NONE,
                        () -> false)
                .run(1, new Assignment(values), SEED);
        return found;
    }

    private static Map<String, Object> sound() {
        return Map.of("learning-rate", 1e-2, "batch-size", 32, "optimiser", "adam");
    }

    private static List<String> weighty(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.code() + ": " + finding.cause())
                .toList();
    }

    /** What may be wrong with rows, and what it is called. */
    enum Fault {
        LABELS_OF_OTHER_ROWS("data-loading", data -> data.with(dealt(data.train(), 1), data.validation())),
        FEATURES_OF_ZERO(
                "poor-features",
                data -> data.with(
                        changed(data.train(), (feature, value) -> feature < 6 ? value : 0),
                        changed(data.validation(), (feature, value) -> feature < 6 ? value : 0))),
        WRONG_LABELS("bad-labels", data -> data.with(dealt(data.train(), 0.5), data.validation())),
        FEATURES_OF_NOISE("poor-features", data -> data.with(noise(data.train(), 1), noise(data.validation(), 2))),
        LABELS_OF_VALIDATION_ELSEWHERE("split-mismatch", data -> data.with(data.train(), dealt(data.validation(), 1))),
        LABELS_OF_VALIDATION_MOVED("split-mismatch", data -> data.with(data.train(), moved(data.validation()))),
        TRAIN_WITHOUT_CLASSES("split-mismatch", data -> data.with(without(data.train(), 7), data.validation())),
        SHARED_ROWS("data-leak", data -> data.with(data.train().followedBy(data.validation()), data.validation())),
        LABEL_AS_A_FEATURE("data-leak", data -> data.with(told(data.train()), told(data.validation())));

        private final String code;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final UnaryOperator<PreparedData> put;

        Fault(String code, UnaryOperator<PreparedData> put) {
            this.code = code;
            this.put = put;
        }

        private interface Change {
            double of(int feature, float value);
        }

        private static Rows changed(Rows rows, Change change) {
            float[] numbers = rows.numbers();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) change.of(i % rows.width(), numbers[i]);
            }
            return new Rows(rows.width(), numbers, rows.targets());
        }

        private static Rows noise(Rows rows, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return changed(rows, (feature, value) -> random.nextDouble(-1.7, 1.7));
        }

        /** Some rows have each other's targets. */
        private static Rows dealt(Rows rows, double share) {
            int[] order = SEED.permutation(rows.count());
            int[] targets = IntStream.range(0, order.length).toArray();
            int wrong = (int) (share * order.length);
            for (int i = 0; i < wrong; i++) {
                targets[order[i]] = order[(i + 1) % wrong];
            }
            return new Rows(rows.width(), rows.features(), rows.targets().select(targets));
        }

        /** Each row has the next class. */
        private static Rows moved(Rows rows) {
            int[] labels = rows.labels();
            return new Rows(
                    rows.width(),
                    rows.numbers(),
                    IntStream.of(labels).map(label -> (label + 1) % 10).toArray());
        }

        private static Rows without(Rows rows, int from) {
            int[] labels = rows.labels();
            return rows.select(IntStream.range(0, labels.length)
                    .filter(row -> labels[row] < from)
                    .toArray());
        }

        private static Rows told(Rows rows) {
            float[] numbers = rows.numbers();
            for (int row = 0; row < rows.count(); row++) {
                numbers[row * rows.width()] = rows.labels()[row] - 4.5f;
            }
            return new Rows(rows.width(), numbers, rows.targets());
        }
    }

    @ParameterizedTest
    @EnumSource
    void faultInTheRows_isTheFirstFinding(Fault fault) {
        Finding first =
                findings(task(digits(DENSE), fault.put.apply(DIGITS)), sound()).get(0);

        assertThat(first.code()).as(first.cause()).isEqualTo(fault.code);
        assertThat(first.severity()).isNotEqualTo(Severity.INFO);
        assertThat(first.evidence()).isNotEmpty();
    }

    @Test
    void rowsAsTheyAre_raiseNoWarning() {
        assertThat(weighty(findings(task(digits(DENSE), DIGITS), sound()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1e5, 1000", "0, 1e5"})
    void targetInAnotherUnit_isTheFirstFinding(float mean, float deviation) {
        PreparedData data = DIAMONDS.with(new Task.Regression(mean, deviation));

        Finding first = findings(task(diamonds(), data), sound()).get(0);

        assertThat(first.code()).as(first.cause()).isEqualTo("unnormalised-target");
        assertThat(first.severity()).isNotEqualTo(Severity.INFO);
    }

    @Test
    void standardisedTarget_raisesNoWarning() {
        assertThat(weighty(findings(task(diamonds(), DIAMONDS), sound()))).isEmpty();
    }

    @Test
    void batchesOfOneRowThatAreNormalised_areTheFirstFinding() {
        String normalised = "dense: {units: 32}\n    - batch-normalisation: {}";
        Map<String, Object> values = Map.of("learning-rate", 1e-2, "batch-size", 1, "optimiser", "adam");

        PreparedData few = DIGITS.with(DIGITS.train().range(0, 100), DIGITS.validation());
        Finding first = findings(task(digits(normalised), few), values).get(0);

        assertThat(first.code()).as(first.cause()).isEqualTo("batch-construction");
        assertThat(first.severity()).isNotEqualTo(Severity.INFO);
        assertThat(weighty(findings(task(digits(normalised), DIGITS), sound()))).isEmpty();
    }

    @Test
    void optimiserThatOnlySlowsDown_isAmongTheCauses() {
        Map<String, Object> values = Map.of("learning-rate", 7e-4, "batch-size", 8, "optimiser", "adagrad");

        assertThat(weighty(findings(task(digits(DENSE), DIGITS), values)))
                .anyMatch(finding -> finding.startsWith("wrong-optimiser: with adagrad only"));
    }

    /** What the experiment on the likeliest cause, of those that were found, comes to. */
    private static Tested tested(TrialTask task, Map<String, Object> values, FindingCode code) {
        ExperimentTrainer trainer = new ExperimentTrainer(task);
        Workbench bench =
                new Workbench(trainer.conditions(new Assignment(values), SEED), trainer, trainer.judge(), line -> {});
        Finding found = code.finding(Severity.WARNING, code.meaning(), new Evidence(), "mend it");
        return Experiments.carry(
                bench, Experiments.next(bench, List.of(found), List.of()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_LABELS, BAD_LABELS",
        "LABELS_OF_VALIDATION_MOVED, SPLIT_MISMATCH",
        "FEATURES_OF_NOISE, POOR_FEATURES",
    })
    void faultInTheRows_isConfirmedByItsExperiment(Fault fault, FindingCode code) {
        Tested ofFault = tested(task(digits(DENSE), fault.put.apply(DIGITS)), sound(), code);

        assertThat(ofFault.code()).isEqualTo(code.specName());
        assertThat(ofFault.outcome()).as(ofFault.words()).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void splitsThatAreAlike_areNoMismatchByExperiment() {
        Tested tested = tested(task(digits(DENSE), DIGITS), sound(), FindingCode.SPLIT_MISMATCH);

        assertThat(tested.outcome()).as(tested.words()).isInstanceOf(Outcome.Refuted.class);
    }

    /** Halves of rows that tore speakers apart were answered far better, for a network that knows the voice does. */
    @Test
    void groupsThatAreApart_areNoMismatchByExperiment() {
        StudySpec spec = SpecFile.parse(
                        SPEC.formatted("vowel", "vowel", 0.4, 0.4, 0.2, DENSE)
                                .replace("stratify: true", "group: speaker"),
                        Path.of("search-spaces", "of-a-test.yaml"),
                        Overrides.NONE)
                .spec();

        Tested tested = tested(task(spec, Studies.prepare(spec).data()), sound(), FindingCode.SPLIT_MISMATCH);

        assertThat(tested.outcome()).as(tested.words()).isNotInstanceOf(Outcome.Confirmed.class);
        assertThat(tested.change()).contains("half of the validation groups");
    }

    /** Features from 0 to 16, in which what normalises batches is needed, and which it keeps account of far too slowly. */
    private static TrialTask forgotten(double decay) {
        StudySpec spec = SpecFile.parse(
                        SPEC.formatted(
                                        "digits",
                                        "digit",
                                        0.3,
                                        0.3,
                                        0.4,
                                        DENSE + "\n    - batch-normalisation: {decay: " + decay + "}")
                                .replace("normalise: standardise", "normalise: none"),
                        Path.of("search-spaces", "of-a-test.yaml"),
                        Overrides.NONE)
                .spec();
        return task(spec, Studies.prepare(spec).data());
    }

    @Test
    void statisticsThatDoNotDoForInference_areFoundAndConfirmed() {
        assertThat(findings(forgotten(0.9999), sound()))
                .extracting(Finding::code)
                .contains("batch-construction");
        assertThat(findings(forgotten(0.9), sound())).extracting(Finding::code).doesNotContain("batch-construction");

        Tested tested = tested(forgotten(0.9999), sound(), FindingCode.BATCH_CONSTRUCTION);

        assertThat(tested.outcome()).as(tested.words()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(tested.change()).startsWith("answering train rows by the mean and deviation of each batch");
        assertThat(tested.trainings()).isZero();
    }

    @Test
    void targetInAnotherUnit_isConfirmedByAStandardisedOne() {
        PreparedData data = DIAMONDS.with(new Task.Regression(0, 1));

        Tested tested = tested(task(diamonds(), data), sound(), FindingCode.UNNORMALISED_TARGET);

        assertThat(tested.outcome()).as(tested.words()).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void optimiserThatOnlySlowsDown_isConfirmedByAdamAtItsUsualRate() {
        Map<String, Object> values = Map.of("learning-rate", 7e-4, "batch-size", 8, "optimiser", "adagrad");

        Tested tested = tested(task(digits(DENSE), DIGITS), values, FindingCode.WRONG_OPTIMISER);

        assertThat(tested.outcome()).as(tested.words()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(tested.remedy()).isEqualTo("take adam at the rate 0.001");
    }
}

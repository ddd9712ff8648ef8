package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.touchstone.base.Json;
import dev.touchstone.data.vault.Examinee;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.ensemble.Member;
import dev.touchstone.ensemble.Way;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.report.html.SampleStudy;
import dev.touchstone.search.Ranked;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.KeptEnsemble;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.NoiseScale;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.training.TrainMetric;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyDocumentTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final TestSplitState SEALED = new TestSplitState(270, List.of());
    private static final TestSplitState.Opening WITHOUT_RESULT =
            new TestSplitState.Opening(AT, "digits", 1, "paper", "ada", List.of(), null);
    private static final TestSplitState.Opening WITH_RESULT = new TestSplitState.Opening(
            AT.plusSeconds(60),
            "digits",
            1,
            "paper, again",
            "ada",
            List.of(new TestSplitState.Related(AT, "copied", 4, "bob", 85)),
            new TestSplitState.Result(
                    Map.of("accuracy", 0.96875),
                    Map.of("accuracy", new Interval(0.9375, 0.984375)),
                    Map.of("accuracy", new Interval(0.925, 0.9875))));

    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream text = StudyDocument.class.getResourceAsStream("show.schema.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text);
        }
    }

    private static Set<ValidationMessage> mistakes(JsonNode document) {
        return schema.validate(document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static JsonNode document(ReportModel model) {
        return Json.tree(StudyDocument.of(model).json());
    }

    private static ReportModel model(TestSplitState test, TrialRecord... trials) {
        return SampleStudy.model("digits", StudyStatus.FINISHED, List.of(trials), test);
    }

    private static TrialRecord complete(double measured) {
        return complete(measured, 1);
    }

    /** A complete trial whose every measured number is the given one. */
    private static TrialRecord complete(double measured, int looks) {
        return new TrialRecord(
                1,
                TrialState.COMPLETE,
                null,
                new Assignment(Map.of("learning-rate", 3.0)),
                new Assignment(Map.of("learning-rate", 0.5)),
                42,
                4810,
                Map.of(),
                List.of(new GateResult(
                        "overfit-tiny-batch", Verdict.PASS, "", null, measured, Map.of("losses", List.of(measured)))),
                List.of(new TrialEvent.EpochEnded(
                        1, 40, 0.5, measured, measured, measured, measured, null, new TrainMetric(measured, 64, null))),
                List.of(),
                List.of(),
                IntStream.rangeClosed(1, looks)
                        .mapToObj(StudyDocumentTest::look)
                        .toList(),
                null,
                List.of(new Finding(
                        "loss-not-finite", Severity.ERROR, "cause", true, Map.of("loss", measured), "remedy")),
                List.of(),
                new TrialEvent.Completed(
                        1,
                        40,
                        measured,
                        Map.of("accuracy", measured),
                        Map.of("accuracy", new Interval(measured, measured)),
                        "all epochs",
                        "c",
                        "p",
                        new StoppingDecision(
                                StoppingRule.TREND,
                                new StoppingDecision.Watched(
                                        "accuracy", 1, measured, null, 3, measured, measured, null, 30))),
                List.of(
                        new Failure(FailureCause.NATIVE_CRASH, "SIGSEGV", "c0de".repeat(16)),
                        new Failure(FailureCause.KILLED, "signal 9")),
                List.of(),
                AT,
                AT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, Double.NaN})
    void ensembles_fitTheSchemaAndSayWhatTheirGainsMean(double measured) {
        Gain gain = new Gain(measured, new Interval(measured, measured), 0.5);
        Member member = new Member(1, 0.5, -7, List.of(3, 4), measured, "c", "p");
        Ensemble ensemble = new Ensemble(
                Way.CHECKPOINTS,
                1,
                List.of(member, member),
                Map.of("accuracy", measured),
                Map.of("accuracy", new Interval(measured, measured)),
                gain,
                measured > 0 ? gain : null,
                List.of("a note"));
        StudyRecord study = model(SEALED, complete(0.5)).study();
        TestSplitState opened = new TestSplitState(
                270,
                List.of(new TestSplitState.Opening(
                        AT, "digits", Examinee.ensemble(1), "together", "ada", List.of(), null)));

        JsonNode document = document(new ReportModel(
                new StudyRecord(
                        study.head(),
                        study.status(),
                        study.created(),
                        study.updated(),
                        study.trials(),
                        List.of(new KeptEnsemble(1, AT, ensemble))),
                List.of(),
                opened));

        assertThat(mistakes(document)).isEmpty();
        assertThat(document.at("/ensembles/0/members/0/epochs").toString()).isEqualTo("[3,4]");
        assertThat(document.at("/ensembles/0/chosen/means").asText()).contains("over trial 1");
        assertThat(document.at("/test/openings/0/ensemble").asInt()).isEqualTo(1);
        assertThat(document.at("/test/openings/0/trial").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void documentOfAnyStudy_fitsTheSchema(long seed) {
        ReportModel model = SampleStudy.any(seed);

        assertThat(mistakes(document(model))).isEmpty();
        assertThat(document(model).path("trials")).hasSameSizeAs(model.study().trials());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNotFinite_areNull(double measured) {
        ReportModel model = model(SEALED, complete(measured));
        Ranked ranked = new Ranked(1, 1, measured, new Interval(measured, measured), 1, false);
        JsonNode document = document(new ReportModel(model.study(), List.of(ranked), SEALED));

        assertThat(mistakes(document)).isEmpty();
        assertThat(document.toString()).doesNotContain("NaN", "Infinity");
        assertThat(document.at("/trials/0/best/values/accuracy").isNull()).isTrue();
        assertThat(document.at("/trials/0/gates/0/evidence/losses/0").isNull()).isTrue();
        assertThat(document.at("/ranking/0/values/accuracy").isNull()).isTrue();
    }

    @Test
    void document_isTheOneOfTheDesign() {
        ReportModel model = model(new TestSplitState(270, List.of(WITHOUT_RESULT, WITH_RESULT)), complete(0.75));

        assertThat(document(model)).isEqualTo(Json.tree("""
                {"format": 1, "study": "digits", "status": "finished",
                 "objectives": [{"metric": "accuracy", "direction": "maximise"}],
                 "data": {"fingerprint": "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de",
                   "task": "multi-class classification, 10 classes",
                   "rows": {"train": 1257, "validation": 270, "test": 270}, "findings": [
                     {"code": "bad-augmentation", "severity": "warning",
                     "cause": "rotation (degrees 180) does not keep labels", "confirmed": true,
                     "evidence": {"pairs": ["6 to 9"], "pictures": ["%s"], "captions": ["6, then taken for 9"]},
                     "remedy": "leave rotation out"},
                     {"code": "row-order", "severity": "info",
                     "cause": "the labels of neighbouring rows depend on each other", "confirmed": false,
                     "evidence": {"p-value": 0.001}, "remedy": "shuffle the rows"}]},
                 "trials": [{"number": 1, "state": "complete", "reason": null,
                   "assignment": {"learning-rate": 3.0}, "effective": {"learning-rate": 0.5}, "seed": 42,
                   "gates": [{"gate": "overfit-tiny-batch", "verdict": "pass", "seconds": 0.75,
                     "evidence": {"losses": [0.75]}}],
                   "epochs": 1, "iterations": 40, "seconds": 0.75,
                   "best": {"epoch": 1, "values": {"accuracy": 0.75}, "intervals": {"accuracy": [0.75, 0.75]}},
                   "stopping": {"rule": "trend",
                     "watched": {"metric": "accuracy", "bestEpoch": 1, "best": 0.75, "patience": null, "waited": 3,
                       "minimumImprovement": 0.75, "noise": 0.75, "promised": null, "planned": 30}},
                   "findings": [{"code": "loss-not-finite", "severity": "error", "cause": "cause", "confirmed": true,
                     "evidence": {"loss": 0.75}, "remedy": "remedy"}],
                   "failures": [
                     {"cause": "native-crash", "reason": "SIGSEGV", "evidence":
                       "artefacts/c0/c0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0dec0de"},
                     {"cause": "killed", "reason": "signal 9", "evidence": null}],
                   "looks": [{"iteration": 40, "learningRate": 0.1, "loss": null, "penalty": 0.0, "gradientNorm": 0.5,
                     "updateRatio": 0.002, "outputSpread": 0.2, "outputEntropy": null, "clipped": 0.25,
                     "noise": {"variance": 12.0, "squaredGradient": 0.5},
                     "layers": [{"layer": "0-dense", "activationScale": 1.0, "deadShare": 0.0, "saturatedShare": 0.0,
                       "gradientNorm": 0.5, "updateRatio": 0.002}]}],
                   "trainValues": [{"epoch": 1, "rows": 64, "train": 0.75, "validation": 0.75, "trainRecalls": null,
                     "validationRecalls": null}]}],
                 "ranking": [{"rank": 1, "trial": 1, "values": {"accuracy": 0.75}, "tied": true}],
                 "ensembles": [],
                 "gates": {"seconds": 0.75, "gated": 0, "saved": 0.0, "trained": 1},
                 "regularisation": null,
                 "test": {"state": "opened", "openings": [
                   {"time": "2026-03-01T10:00:00Z", "study": "digits", "trial": 1, "ensemble": null, "reason": "paper", "values": null, "intervals": null,
                    "corrected": null, "related": []},
                   {"time": "2026-03-01T10:01:00Z", "study": "digits", "trial": 1, "ensemble": null, "reason": "paper, again",
                    "values": {"accuracy": 0.96875}, "intervals": {"accuracy": [0.9375, 0.984375]},
                    "corrected": {"accuracy": [0.925, 0.9875]},
                    "related": [{"time": "2026-03-01T10:00:00Z", "study": "copied", "trial": 4, "ensemble": null, "rows": 85}]}],
                   "objection": null}}
                """.formatted(SampleStudy.PICTURE)));
        assertThat(mistakes(document(model))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseOfAFailure_isInTheSchema(FailureCause cause) {
        Failure failure = new Failure(cause, "it broke", "no digest");
        ObjectNode document = (ObjectNode) document(model(SEALED, complete(0.75)));
        ((ObjectNode) document.at("/trials/0"))
                .set("failures", Json.tree(Json.write(List.of(FailureDocument.of(failure)))));

        assertThat(mistakes(document)).isEmpty();
        assertThat(document.at("/trials/0/failures/0/evidence").isNull()).isTrue();
    }

    @Test
    void queuedTrial_hasNothingButWhatWasProposed() {
        TrialRecord queued = new TrialRecord(
                1,
                TrialState.QUEUED,
                null,
                new Assignment(Map.of("optimiser", "sgd")),
                null,
                7,
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
        JsonNode document = document(model(SEALED, queued));

        assertThat(mistakes(document)).isEmpty();
        assertThat(document.at("/trials/0")).isEqualTo(Json.tree("""
                {"number": 1, "state": "queued", "reason": null, "assignment": {"optimiser": "sgd"}, "effective": null,
                 "seed": 7, "gates": [], "epochs": 0, "iterations": 0, "seconds": 0.0, "best": null, "stopping": null, "findings": [],
                 "failures": [], "looks": [], "trainValues": []}
                """));
    }

    private static TrainingLook look(int place) {
        return new TrainingLook(
                40 * place,
                0.1,
                Double.NaN,
                0,
                1,
                0.2,
                Double.NaN,
                0.25,
                List.of(new TrainingLook.LayerLook("0-dense", false, 1, 0, 0, 0.5, 10, 0.02)),
                new NoiseScale(12, 0.5));
    }

    @Test
    void looks_areThinnedAndEndWithTheLast() {
        JsonNode looks = document(model(SEALED, complete(0.5, 70))).at("/trials/0/looks");

        assertThat(looks.findValuesAsText("iteration")).hasSizeBetween(16, 32).endsWith("2800");
        assertThat(looks.get(0).get("updateRatio").doubleValue()).isEqualTo(0.002);
        assertThat(looks.get(0).get("loss").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void testSplitThatWasNeverOpened_hasNoFigure(long seed) {
        StudyRecord study = SampleStudy.any(seed).study();
        JsonNode sealed = document(new ReportModel(study, List.of(), SEALED)).path("test");
        JsonNode none = document(new ReportModel(study, List.of(), new TestSplitState(0, List.of())))
                .path("test");

        assertThat(sealed).isEqualTo(Json.tree("{\"state\": \"sealed\", \"openings\": [], \"objection\": null}"));
        assertThat(none).isEqualTo(Json.tree("{\"state\": \"none\", \"openings\": [], \"objection\": null}"));
    }

    @Test
    void objectionToTheRecord_countsAsOpened() {
        JsonNode document = document(model(new TestSplitState(270, List.of(), "a line is missing"), complete(0.75)));

        assertThat(mistakes(document)).isEmpty();
        assertThat(document.path("test")).isEqualTo(Json.tree("""
                {"state": "opened", "openings": [], "objection": "a line is missing"}
                """));
    }

    /** So that the tests above can fail: the schema takes nothing for granted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"done\"}",
                "{\"format\": 2}",
                "{\"trials\": [{}]}",
                "{\"trials\": null}",
                "{\"ranking\": [{\"rank\": 0, \"trial\": 1, \"values\": {}, \"tied\": true}]}",
                "{\"test\": {\"state\": \"sealed\", \"openings\": [{\"time\": \"2026-03-01T10:00:00Z\", \"study\": \"digits\", \"trial\": 1,"
                        + " \"reason\": \"r\", \"values\": {}, \"intervals\": {}}]}}",
                "{\"test\": {\"state\": \"opened\", \"openings\": []}}"
            })
    void documentWithAMistake_doesNotFitTheSchema(String mistake) {
        ObjectNode document = (ObjectNode) document(model(SEALED, complete(0.75)));
        document.setAll((ObjectNode) Json.tree(mistake));

        assertThat(mistakes(document)).isNotEmpty();
    }
}

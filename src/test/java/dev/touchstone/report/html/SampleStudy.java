package dev.touchstone.report.html;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Interval;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.search.Ranked;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws whole studies from a seed. */
public final class SampleStudy {
    private static final TestSplitState SEALED = new TestSplitState(270, List.of());

    private SampleStudy() {}

    /** A finished study as most are: most trials complete, some gated, few failed. */
    static ReportModel finished(long seed, int trials) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TrialRecord> drawn = new ArrayList<>();
        for (int number = 1; number <= trials; number++) {
            double chance = random.nextDouble();
            TrialState state =
                    chance < 0.78 ? TrialState.COMPLETE : chance < 0.93 ? TrialState.GATED : TrialState.FAILED;
            drawn.add(new SampleTrial(number, random).in(state));
        }
        return model("digits", StudyStatus.FINISHED, drawn, SEALED);
    }

    /** A study in any status with trials in any state. */
    public static ReportModel any(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StudyStatus status = pick(List.of(StudyStatus.values()), random);
        List<TrialRecord> drawn = new ArrayList<>();
        int trials = random.nextInt(8);
        for (int number = 1; number <= trials; number++) {
            TrialState state = pick(List.of(TrialState.values()), random);
            drawn.add(new SampleTrial(number, random).in(state));
        }
        TestSplitState test = random.nextBoolean() ? SEALED : new TestSplitState(0, List.of());
        return model("study-" + seed, status, drawn, test);
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    /** One transparent pixel. */
    public static final String PICTURE = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static ReportModel model(String study, StudyStatus status, List<TrialRecord> trials, TestSplitState test) {
        Instant created = Instant.parse("2026-03-01T09:59:58Z");
        return new ReportModel(
                new StudyRecord(head(study), status, created, created.plusSeconds(180), trials), ranking(trials), test);
    }

    public static StudyHead head(String study) {
        return new StudyHead(
                study,
                "study: " + study,
                Overrides.NONE,
                "5f0c".repeat(16),
                "accuracy",
                "maximise",
                new StudyHead.DataSummary(
                        "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de",
                        "csv data/digits.csv, label digit",
                        "70 / 15 / 15 %, stratified, seed 7",
                        "standardise, fitted on train",
                        1257,
                        270,
                        270,
                        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                        IntStream.range(0, 64).mapToObj(i -> "pixel" + i).toList(),
                        List.of(),
                        List.of("numbers: pixel0, pixel1, … (64 in all)"),
                        List.of(),
                        "multi-class classification, 10 classes",
                        List.of(),
                        List.of(),
                        List.of()),
                "prepared",
                List.of(
                        new Finding(
                                "bad-augmentation",
                                Severity.WARNING,
                                "rotation (degrees 180) does not keep labels",
                                true,
                                Map.of(
                                        "pairs",
                                        List.of("6 to 9"),
                                        Finding.PICTURES,
                                        List.of(PICTURE),
                                        Finding.CAPTIONS,
                                        List.of("6, then taken for 9")),
                                "leave rotation out"),
                        new Finding(
                                "row-order",
                                Severity.INFO,
                                "the labels of neighbouring rows depend on each other",
                                false,
                                Map.of("p-value", 0.001),
                                "shuffle the rows")));
    }

    private static List<Ranked> ranking(List<TrialRecord> trials) {
        List<TrialRecord> complete = trials.stream()
                .filter(trial -> trial.completed() != null)
                .sorted(Comparator.comparing(trial -> -value(trial)))
                .toList();
        List<Ranked> ranking = new ArrayList<>();
        for (TrialRecord trial : complete) {
            double behind = value(complete.get(0)) - value(trial);
            Interval interval = trial.completed().intervals().get("accuracy");
            double p = Math.max(0, 1 - behind * 50);
            ranking.add(new Ranked(ranking.size() + 1, trial.number(), value(trial), interval, p, p > 0.05));
        }
        return ranking;
    }

    private static double value(TrialRecord trial) {
        return trial.completed().values().get("accuracy");
    }
}

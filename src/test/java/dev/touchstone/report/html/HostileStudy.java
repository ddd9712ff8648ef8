package dev.touchstone.report.html;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.ensemble.Member;
import dev.touchstone.ensemble.Way;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.search.Ranked;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.KeptEnsemble;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A study in which every text tries to become markup or script. */
final class HostileStudy {
    static final String ATTACK = "\"'</script></title><img src=x onerror=hacked=1><script>hacked=1</script>\u2028${1}";
    private static final StoppingDecision DECISION = new StoppingDecision(
            StoppingRule.TREND, new StoppingDecision.Watched(ATTACK, 1, 0.5, null, 1, 0, 0.1, 0.4, 30));

    /** Tells the failure from the other attacks. */
    static final String BROKEN = "broken by ";

    private HostileStudy() {}

    static ReportModel draw() {
        Instant at = Instant.EPOCH;
        var data = new StudyHead.DataSummary(
                ATTACK,
                ATTACK,
                ATTACK,
                ATTACK,
                1,
                1,
                1,
                List.of(ATTACK),
                List.of(ATTACK),
                List.of(0),
                List.of(ATTACK),
                List.of(ATTACK),
                ATTACK,
                List.of(),
                List.of(ATTACK),
                List.of(List.of(0)));
        var head = new StudyHead(
                ATTACK,
                ATTACK,
                new Overrides(Map.of(ATTACK, ATTACK), 3, 7L),
                ATTACK,
                ATTACK,
                ATTACK,
                data,
                ATTACK,
                List.of(new Finding(
                        ATTACK,
                        Severity.WARNING,
                        ATTACK,
                        false,
                        Map.of(ATTACK, ATTACK, Finding.PICTURES, List.of(ATTACK), Finding.CAPTIONS, List.of(ATTACK)),
                        ATTACK)));
        var result = new TestSplitState.Result(
                Map.of(ATTACK, 0.5), Map.of(ATTACK, new Interval(0, 1)), Map.of(ATTACK, new Interval(0, 1)));
        var test = new TestSplitState(
                1,
                List.of(new TestSplitState.Opening(
                        at,
                        ATTACK,
                        1,
                        ATTACK,
                        ATTACK,
                        List.of(new TestSplitState.Related(at, ATTACK, 1, ATTACK, 1)),
                        result)));
        List<TrialRecord> trials =
                IntStream.rangeClosed(1, 3).mapToObj(HostileStudy::trial).toList();
        Interval interval = new Interval(0, 1);
        return new ReportModel(
                new StudyRecord(
                        head, StudyStatus.FINISHED, at, at, trials, List.of(new KeptEnsemble(1, at, ensemble()))),
                List.of(new Ranked(1, 1, 0.5, interval, 1, true), new Ranked(2, 2, 0.4, interval, 1, true)),
                test);
    }

    private static Ensemble ensemble() {
        Gain gain = new Gain(0.5, new Interval(0, 1), 0.5);
        Member member = new Member(1, 1, 1, List.of(), 0.5, ATTACK, ATTACK);
        return new Ensemble(Way.SEEDS, 1, List.of(member), Map.of(ATTACK, 0.5), Map.of(), gain, gain, List.of(ATTACK));
    }

    private static TrialRecord trial(int number) {
        boolean complete = number < 3;
        Map<String, Object> evidence = Map.of(
                ATTACK, ATTACK, "rates", List.of(0.1, 0.2), "losses", List.of(1.0, ATTACK), "words", List.of(ATTACK));
        return new TrialRecord(
                number,
                complete ? TrialState.COMPLETE : TrialState.GATED,
                ATTACK,
                new Assignment(Map.of(ATTACK, ATTACK, "optimiser", ATTACK + number)),
                new Assignment(Map.of(ATTACK, ATTACK + number, "optimiser", ATTACK + number)),
                1,
                1,
                Map.of(ATTACK, ATTACK),
                List.of(new GateResult(
                        ATTACK, complete ? Verdict.PASS : Verdict.REJECT, ATTACK, ATTACK, 0.1, evidence)),
                List.of(new TrialEvent.EpochEnded(1, 1, 0.1, 1, 1, 0.5, 1, null, null)),
                List.of(1),
                List.of(1.0),
                List.of(),
                null,
                List.of(new Finding(ATTACK, Severity.ERROR, ATTACK, true, evidence, ATTACK)),
                List.of(),
                complete
                        ? new TrialEvent.Completed(
                                1, 1, 1, Map.of(ATTACK, 0.5), Map.of(), ATTACK, "checkpoint", "predictions", DECISION)
                        : null,
                List.of(new Failure(FailureCause.NATIVE_CRASH, BROKEN + ATTACK, ATTACK)),
                List.of(new TrialRecord.Note(Instant.EPOCH, ATTACK)),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}

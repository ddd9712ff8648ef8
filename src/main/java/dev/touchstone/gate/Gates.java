package dev.touchstone.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All gates in their order, what costs least first, under a spec's policies. */
public record Gates(GateSpec policies) {
    private record Post(Gate gate, Policy policy) {}

    /**
     * Judges a subject, gate by gate; a rejection whose policy is to reject ends the row. What goes wrong inside a gate
     * makes its verdict inconclusive.
     *
     * @param told each result as soon as it is there
     */
    public List<GateResult> judge(GateSubject subject, Consumer<GateResult> told) {
        List<GateResult> results = new ArrayList<>();
        for (Post post : posts()) {
            GateResult result = judge(post.gate(), subject);
            results.add(result);
            told.accept(result);
            if (result.verdict() == Verdict.REJECT && post.policy() == Policy.REJECT) {
                break;
            }
        }
        return results;
    }

    /** The policy of the gate that gave a result. */
    public Policy policy(GateResult result) {
        return posts().stream()
                .filter(post -> post.gate().name().equals(result.gate()))
                .map(Post::policy)
                .findFirst()
                .orElse(Policy.OFF);
    }

    private List<Post> posts() {
        return List.of(
                        new Post(new BuildGate(), policies.build()),
                        new Post(new InitialisationGate(), policies.initialisation()),
                        new Post(new LearningRateRangeGate(), policies.learningRateRange()),
                        new Post(new OverfitTinyBatchGate(), policies.overfitTinyBatch()))
                .stream()
                .filter(post -> post.policy() != Policy.OFF)
                .toList();
    }

    private static GateResult judge(Gate gate, GateSubject subject) {
        double kept = subject.keptSeconds();
        long start = System.nanoTime();
        Judgement judgement;
        try {
            judgement = gate.judge(subject);
        } catch (RuntimeException e) {
            judgement = Judgement.of(Verdict.INCONCLUSIVE, "the gate itself failed: " + e, Map.of());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new GateResult(
                gate.name(),
                judgement.verdict(),
                judgement.reason(),
                judgement.parameter(),
                seconds,
                withTraining(judgement.evidence(), subject.keptSeconds() - kept));
    }

    private static Map<String, Object> withTraining(Map<String, Object> evidence, double seconds) {
        if (seconds == 0) {
            return evidence;
        }
        Map<String, Object> all = new LinkedHashMap<>(evidence);
        all.put(GateResult.TRAINING_SECONDS, seconds);
        return all;
    }
}

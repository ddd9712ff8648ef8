package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TrainingGain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Trains as if what a hypothesis says were mended. It is confirmed when that gains, and refuted when the gain is too small
 * to matter, or could not matter if all answers were right. Of several ways to mend it, each is trained once and the best
 * goes on; its first training then counts no more, for of several it was the luckiest. A gain that promises too little is
 * not repeated further, and none at all not once: what a fault costs is more than the noise of a training.
 */
abstract class Remedy implements Experiment {
    private static final String ALL_RIGHT = "even with answers that are all right";

    private final FindingCode hypothesis;

    Remedy(FindingCode hypothesis) {
        this.hypothesis = hypothesis;
    }

    /** Ways to mend it; none when there is nothing to mend. */
    abstract List<Arm> arms(Conditions trial);

    @Override
    public final FindingCode hypothesis() {
        return hypothesis;
    }

    @Override
    public final boolean suits(Conditions trial) {
        return !arms(trial).isEmpty();
    }

    @Override
    public final long iterations(Conditions trial) {
        List<Long> arms = arms(trial).stream()
                .map(arm -> arm.conditions().plannedIterations())
                .toList();
        long pilots = arms.stream().mapToLong(Long::longValue).sum();
        long longest = arms.stream().mapToLong(Long::longValue).max().orElse(0);
        int repeats = arms.size() == 1 ? Workbench.FEWEST - 1 : Workbench.FEWEST;
        return Workbench.FEWEST * trial.plannedIterations() + pilots + repeats * longest;
    }

    @Override
    public final Tested carry(Workbench bench) {
        List<Arm> arms = arms(bench.trial());
        Judge judge = bench.judge();
        TrainingGain room = judge.room(bench.repeats(Workbench.FEWEST));
        if (!judge.promises(room)) {
            return bench.tested(hypothesis, ALL_RIGHT, arms.get(0).remedy(), against(new Outcome.Refuted(room)));
        }
        Arm best = arms.get(0);
        Predictions pilot = bench.train(best.change(), best.conditions(), 0);
        for (Arm arm : arms.subList(1, arms.size())) {
            Predictions other = bench.train(arm.change(), arm.conditions(), 0);
            if (judge.better(other, pilot)) {
                best = arm;
                pilot = other;
            }
        }
        Predictions own = bench.repeats(1).get(0);
        if (Arrays.equals(pilot.numbers(), own.numbers())) {
            return tested(bench, best, against(new Outcome.Refuted(judge.gain(List.of(own, own), List.of(pilot)))));
        }
        TrainingGain gain = bench.gain(List.of(pilot));
        if (judge.refutes(gain)) {
            return tested(bench, best, against(new Outcome.Refuted(gain)));
        } else if (gain.gain() <= 0) {
            return tested(bench, best, against(new Outcome.Unlikely(gain)));
        }
        return repeat(bench, best, arms.size() == 1 ? List.of(pilot) : List.of());
    }

    /** What is left of the hypothesis when nothing was gained; as it came out, where what was done mends it for sure. */
    Outcome against(Outcome outcome) {
        return outcome;
    }

    private Tested repeat(Workbench bench, Arm arm, List<Predictions> counted) {
        List<Predictions> after = new ArrayList<>(counted);
        int from = 1 - counted.size();
        @Nullable TrainingGain gain = null;
        while (after.size() < Workbench.MOST) {
            after.add(bench.train(arm.change(), arm.conditions(), after.size() + from));
            if (after.size() < Workbench.FEWEST) {
                continue;
            }
            gain = bench.gain(after);
            if (bench.judge().confirms(gain)) {
                return tested(bench, arm, new Outcome.Confirmed(gain));
            } else if (bench.judge().refutes(gain)) {
                return tested(bench, arm, against(new Outcome.Refuted(gain)));
            } else if (!bench.judge().promises(gain)) {
                break;
            }
        }
        return tested(bench, arm, against(bench.judge().open(Objects.requireNonNull(gain))));
    }

    private Tested tested(Workbench bench, Arm arm, Outcome outcome) {
        return bench.tested(hypothesis, arm.change(), arm.remedy(), outcome);
    }
}

package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Pulse.Work;
import java.util.List;

/** A learner whose work can be heard. */
final class PulsingLearner implements Learner {
    private final Learner learner;
    private final Pulse pulse;

    PulsingLearner(Learner learner, Pulse pulse) {
        this.learner = learner;
        this.pulse = pulse;
    }

    @Override
    public int members() {
        return learner.members();
    }

    @Override
    public long parameters() {
        return learner.parameters();
    }

    @Override
    public int outputs() {
        return learner.outputs();
    }

    @Override
    public double unit() {
        return learner.unit();
    }

    @Override
    public double[] step(List<Step> steps) {
        double[] losses = learner.step(steps);
        pulse.beat(Work.STEP);
        return losses;
    }

    @Override
    public Predictions answer(int member, Rows rows) {
        Predictions answers = learner.answer(member, rows);
        pulse.beat(Work.OTHER);
        return answers;
    }

    @Override
    public Predictions answerAsABatch(int member, Rows rows) {
        Predictions answers = learner.answerAsABatch(member, rows);
        pulse.beat(Work.OTHER);
        return answers;
    }

    @Override
    public NetworkSignals inspect(int member, Rows rows) {
        NetworkSignals signals = learner.inspect(member, rows);
        pulse.beat(Work.OTHER);
        return signals;
    }

    @Override
    public NoiseScale noise(int member, Rows rows) {
        NoiseScale noise = learner.noise(member, rows);
        pulse.beat(Work.OTHER);
        return noise;
    }

    @Override
    public List<LayerChange> changes(int member) {
        return learner.changes(member);
    }

    @Override
    public double clipped(int member) {
        return learner.clipped(member);
    }

    @Override
    public boolean isFinite(int member) {
        return learner.isFinite(member);
    }

    @Override
    public void settle(int member, Rows rows) {
        learner.settle(member, rows);
        pulse.beat(Work.OTHER);
    }

    @Override
    public LearnerState save(int member) {
        LearnerState state = learner.save(member);
        pulse.beat(Work.OTHER);
        return state;
    }

    @Override
    public void restore(int member, LearnerState state) {
        learner.restore(member, state);
        pulse.beat(Work.OTHER);
    }

    @Override
    public void close() {
        learner.close();
    }
}

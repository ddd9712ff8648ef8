package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.metric.TrainingGain;
import java.util.List;

/**
 * The trial's own networks, asked for train rows in inference and as in training, where batch normalisation takes the mean
 * and deviation of each batch. Where the latter gains, what was kept account of for inference is not what the network was
 * trained with. It takes no training beside the trial's own. Where it gains nothing, or nothing is normalised, other batches
 * are tried.
 *
 * <p>Nothing is dropped in either: dropout is there to make answers in training worse, so that a difference would say
 * nothing of a fault; {@link NoPenalties} trains without it.
 */
final class OwnStatistics implements Experiment {
    private static final String CHANGE =
            "answering train rows by the mean and deviation of each batch, as in training, and not by those that are kept for inference";
    private static final String REMEDY =
            "train longer, lower the decay of batch-normalisation, take larger and mixed batches, or take dropout away before it";

    private final Experiment otherwise = new BetterBatches();

    @Override
    public FindingCode hypothesis() {
        return FindingCode.BATCH_CONSTRUCTION;
    }

    @Override
    public boolean suits(Conditions trial) {
        return otherwise.suits(trial);
    }

    @Override
    public long iterations(Conditions trial) {
        return otherwise.iterations(trial);
    }

    @Override
    public Tested carry(Workbench bench) {
        for (int count = Workbench.FEWEST; count <= Workbench.MOST; count++) {
            List<Modes> modes = bench.modes(count);
            if (modes.size() < count) {
                break; // nothing is normalised, or a training broke off
            }
            Modes any = modes.get(0);
            Judge judge = bench.judge().on(any.targets(), any.baseline());
            TrainingGain gain = judge.gain(
                    modes.stream().map(Modes::inInference).toList(),
                    modes.stream().map(Modes::inTraining).toList());
            if (judge.confirms(gain)) {
                return bench.tested(hypothesis(), CHANGE, REMEDY, new Outcome.Confirmed(gain));
            } else if (!judge.promises(gain)) {
                break;
            }
        }
        return otherwise.carry(bench);
    }
}

package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.Optimiser;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Adam at its usual rate, at the same budget, in place of an optimiser that scales no direction or only slows down. */
final class OtherOptimiser extends Remedy {
    private static final Set<Optimiser> OTHERS =
            EnumSet.of(Optimiser.SGD, Optimiser.NESTEROVS, Optimiser.ADAGRAD, Optimiser.ADADELTA);

    OtherOptimiser() {
        super(FindingCode.WRONG_OPTIMISER);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        Optimiser own = Hyperparameters.of(trial.assignment()).optimiser();
        if (!OTHERS.contains(own) || !(trial.model() instanceof ModelSpec)) {
            return List.of(); // a network that was given brings its own
        }
        Optimiser adam = Optimiser.ADAM;
        String setting = adam.specName() + " at the rate " + ShortNumber.of(adam.usualRate());
        return List.of(new Arm(
                "with " + setting + " instead of " + own.specName(),
                "take " + setting,
                trial.with(Hyperparameters.OPTIMISER, adam.specName())
                        .with(Hyperparameters.LEARNING_RATE, adam.usualRate())));
    }
}

package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.ModelChange;
import java.util.List;

/** A network that is different in one respect. */
final class OtherNetwork extends Remedy {
    private final ModelChange how;
    private final String change;
    private final String remedy;

    private OtherNetwork(FindingCode hypothesis, ModelChange how, String change, String remedy) {
        super(hypothesis);
        this.how = how;
        this.change = change;
        this.remedy = remedy;
    }

    static OtherNetwork unfrozen() {
        return new OtherNetwork(
                FindingCode.FROZEN_PARAMETERS,
                ModelChange.UNFROZEN,
                "with no layer frozen",
                "train the frozen layers too (take out frozen: true)");
    }

    static OtherNetwork usuallyInitialised() {
        return new OtherNetwork(
                FindingCode.POOR_INITIALISATION,
                ModelChange.USUAL_INITIALISATION,
                "with the initialisation that the activations want",
                "leave initialisation: out, so that the activations decide");
    }

    static OtherNetwork withUsualOutput(FindingCode hypothesis) {
        return new OtherNetwork(
                hypothesis,
                ModelChange.USUAL_OUTPUT,
                "with the task's usual loss and output activation",
                "leave loss: and activation: of the output out, so that the task decides");
    }

    static OtherNetwork rectified(FindingCode hypothesis) {
        return new OtherNetwork(
                hypothesis,
                ModelChange.RECTIFIED,
                "with relu in the dense layers",
                "set the activation of the dense layers to relu");
    }

    static OtherNetwork wider() {
        return new OtherNetwork(
                FindingCode.TOO_LITTLE_CAPACITY,
                ModelChange.WIDER,
                "with layers " + ModelChange.TIMES + " times as wide",
                "take layers " + ModelChange.TIMES + " times as wide");
    }

    @Override
    List<Arm> arms(Conditions trial) {
        return how
                .of(trial.model(), trial.data().task(), trial.assignment())
                .map(network -> new Arm(change, remedy, trial.with(network)))
                .stream()
                .toList();
    }
}

package dev.touchstone.cli;

import dev.touchstone.cli.text.ExperimentText;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.study.Confirmation;
import java.io.PrintWriter;

/** Tells how the experiments on a group of trials go, a line for each hypothesis and one for how it came out. */
record GroupProgress(PrintWriter err, AlikeTrials group) implements Confirmation.Listener {
    @Override
    public void begun(String code) {
        tell("testing " + code + " on " + ExperimentText.group(group));
    }

    @Override
    public void told(String line) {
        // A sweep is told in outcomes; whoever wants to see each training asks for one trial.
    }

    @Override
    public void tested(Tested tested) {
        tell("  " + tested.words());
    }

    private void tell(String line) {
        err.println(line);
        err.flush();
    }
}

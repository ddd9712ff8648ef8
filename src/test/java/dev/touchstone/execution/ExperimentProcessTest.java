package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyHead;
import dev.touchstone.study.Confirmation;
import dev.touchstone.study.OpenStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments in a process of their own. */
class ExperimentProcessTest {
    @TempDir
    Path folder;

    private static Finding finding(FindingCode code) {
        return code.finding(Severity.WARNING, code.meaning(), new Evidence(), "mend it");
    }

    private List<Tested> run(Class<?> main, List<String> heard) throws IOException {
        return run(main, heard, ExperimentLimits.NONE);
    }

    private List<Tested> run(Class<?> main, List<String> heard, ExperimentLimits limits) throws IOException {
        SmallSweep sweep = new SmallSweep(folder);
        try (OpenStudy study = sweep.open()) {
            StudyHead head = study.store().head().orElseThrow();
            Confirmation confirmation = new Confirmation(
                    study.task(),
                    new Assignment(Map.of("learning-rate", 1e-7, "width", 16)),
                    new Seed(3),
                    List.of(finding(FindingCode.TOO_FEW_EPOCHS), finding(FindingCode.LEARNING_RATE_TOO_LOW)));
            List<Tested> tested =
                    ExperimentProcess.run(sweep.studies(), head, confirmation, new Heard(heard), limits, main);
            assertThat(study.folder().workers()).isEmptyDirectory();
            return tested;
        }
    }

    /** Halts in the first experiment of a process that has not tested anything yet. */
    static final class Crashing {
        public static void main(String[] arguments) throws IOException {
            ExperimentMain.run(CrashingIn::new);
        }
    }

    /** Begins an experiment and stands still. */
    static final class Hanging {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(ExperimentMessage.of(ExperimentMessage.Kind.BEGUN, "too-few-epochs")
                    .line());
            new CountDownLatch(1).await();
        }
    }

    record CrashingIn(Confirmation.Listener told) implements Confirmation.Listener {
        @Override
        public void begun(String code) {
            told.begun(code);
            if (code.equals("too-few-epochs")) {
                Runtime.getRuntime().halt(134);
            }
        }

        @Override
        public void told(String line) {
            told.told(line);
        }

        @Override
        public void tested(Tested tested) {
            told.tested(tested);
        }
    }

    record Heard(List<String> lines) implements Confirmation.Listener {
        @Override
        public void begun(String code) {
            lines.add("begun " + code);
        }

        @Override
        public void told(String line) {
            lines.add(line);
        }

        @Override
        public void tested(Tested tested) {
            lines.add("tested " + tested.code());
        }
    }

    @Test
    void crash_leavesOneHypothesisUndecidedAndTheNextIsTested() throws IOException {
        List<String> heard = new ArrayList<>();

        List<Tested> tested = run(Crashing.class, heard);

        assertThat(tested.get(0).code()).isEqualTo("too-few-epochs");
        assertThat(tested.get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        undecided -> assertThat(undecided.why()).contains("crashed in native code with signal 6"));
        assertThat(tested.get(1).code()).isEqualTo("learning-rate-too-low");
        assertThat(tested.get(1).outcome()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(tested).hasSize(2);
        assertThat(heard)
                .startsWith("begun too-few-epochs", "tested too-few-epochs", "begun learning-rate-too-low")
                .contains("the trial's own training")
                .endsWith("tested learning-rate-too-low");
    }

    @Test
    void experimentThatStandsStill_isEndedAndStaysUndecided() throws IOException {
        List<String> heard = new ArrayList<>();

        List<Tested> tested = run(Hanging.class, heard, new ExperimentLimits(() -> false, 5));

        assertThat(tested)
                .extracting(Tested::words)
                .containsExactly("not decided: its experiment broke: it took longer than 5 seconds");
    }

    @Test
    void processThatNeverBegins_isToldWithItsReason() {
        assertThatThrownBy(() -> run(ProcessExecutorTest.Stillborn.class, new ArrayList<>()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the experiments cannot be carried out: ")
                .hasMessageContaining("not today");
    }
}

package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TestSplitState;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final TestSplitState SEALED = new TestSplitState(270, List.of());

    @Test
    void trials_areCountedByTheirEnds() {
        assertThat(tell(StudyStatus.FINISHED, TrialState.COMPLETE, TrialState.GATED, TrialState.GATED))
                .contains("3 trials: 1 complete, 2 gated.")
                .contains("Gates stopped trials before full training: overfit-tiny-batch 2.");
    }

    @Test
    void leader_isNamedWithItsInterval() {
        ReportModel model = model(StudyStatus.FINISHED, SEALED, TrialState.COMPLETE, TrialState.COMPLETE);
        var leader = model.ranking().get(0);
        assertThat(Story.of(model))
                .contains("Trial " + leader.trial() + " leads with accuracy " + Figures.metric(leader.value())
                        + " (95 % interval " + Figures.interval(leader.interval()) + ") on 270 validation rows.");
    }

    @Test
    void noCompleteTrial_isSaid() {
        assertThat(tell(StudyStatus.FINISHED, TrialState.FAILED))
                .contains("Nothing is ranked, because no trial is complete.");
    }

    @Test
    void interruptedStudy_namesTheCommandThatContinuesIt() {
        assertThat(tell(StudyStatus.INTERRUPTED)).anyMatch(sentence -> sentence.contains("touchstone resume digits"));
    }

    @Test
    void studyThatWasGivenUp_saysHowItGoesOn() {
        assertThat(tell(StudyStatus.FAILED, TrialState.FAILED))
                .contains(
                        "The study was given up; once what broke it is mended, “touchstone resume digits” continues it.");
    }

    @Test
    void failures_areCountedByTheirCause() {
        assertThat(tell(StudyStatus.FINISHED, TrialState.FAILED, TrialState.COMPLETE, TrialState.COMPLETE))
                .contains("What trials failed of: 1 not-finite.")
                .contains("1 trial broke on the way and came to its end when carried again.");
    }

    @Test
    void clampedRates_areCounted() {
        ReportModel model = SampleStudy.finished(1, 30);
        long clamped = model.study().trials().stream()
                .filter(trial -> !Change.of(trial).isEmpty())
                .count();
        assertThat(clamped).isGreaterThan(1);
        assertThat(Story.of(model))
                .anyMatch(sentence -> sentence.startsWith("In " + clamped + " trials the proposed learning-rate"));
    }

    @Test
    void testSplit_isSealedOpenedOrAbsent() {
        var opening = new TestSplitState.Opening(Instant.EPOCH, "digits", 1, "final", "ada", List.of(), null);
        assertThat(last(SEALED)).isEqualTo("The test split is sealed: no test figure exists.");
        assertThat(last(new TestSplitState(0, List.of()))).isEqualTo("The study has no test split.");
        assertThat(last(new TestSplitState(270, List.of(opening)))).isEqualTo("The test split was opened once.");
        assertThat(last(new TestSplitState(270, List.of(opening, opening))))
                .isEqualTo("The test split was opened 2 times.");
        assertThat(last(new TestSplitState(270, List.of(), "a line is missing")))
                .isEqualTo("How often the test split was opened is not known: its record was changed.");
    }

    private static String last(TestSplitState test) {
        List<String> story = Story.of(model(StudyStatus.FINISHED, test));
        return story.get(story.size() - 1);
    }

    private static List<String> tell(StudyStatus status, TrialState... states) {
        return Story.of(model(status, SEALED, states));
    }

    private static ReportModel model(StudyStatus status, TestSplitState test, TrialState... states) {
        SplittableRandom random = new SplittableRandom(7);
        List<TrialRecord> trials = new ArrayList<>();
        for (TrialState state : states) {
            trials.add(new SampleTrial(trials.size() + 1, random).in(state));
        }
        return SampleStudy.model("digits", status, trials, test);
    }
}

package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.training.Schedule;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses where guessing costs 1, looked at ten times in the first tenth of 1,000 steps. */
class CourseTest {
    private static final long PLANNED = 1_000;
    private static final int LOOKS = 10;
    private static final long APART = 10;

    private static Course course(Schedule schedule, double distancePower, DoubleUnaryOperator loss) {
        List<ProbeLook> looks = IntStream.rangeClosed(1, LOOKS)
                .mapToObj(look -> look(loss.applyAsDouble((double) look * APART)))
                .toList();
        return new Course(look(loss.applyAsDouble(0)), looks, plan(schedule, distancePower), APART, LOOKS * APART);
    }

    private static GateSubject.Plan plan(Schedule schedule, double distancePower) {
        return new GateSubject.Plan(
                0.1, RangeQuestion.IS_USABLE, 16, 0, distancePower, PLANNED, schedule, Augmentations.NONE);
    }

    private static Course course(DoubleUnaryOperator loss) {
        return course(new Schedule.Constant(), 1, loss);
    }

    private static ProbeLook look(double loss) {
        return look(loss, 0.1);
    }

    private static ProbeLook look(double loss, double spread) {
        return new ProbeLook(loss, 1, 0.01, spread, List.of());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void steadyFallThatEndsAboveGuessing_crawls(double share) {
        assertThat(course(step -> 2 - share * step / PLANNED).crawls()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 2, 10})
    void steadyFallThatComesBelowGuessing_doesNot(double share) {
        assertThat(course(step -> 2 - share * step / PLANNED).crawls()).isFalse();
    }

    @Test
    void fallThatGainsPace_doesNotCrawl() {
        assertThat(course(step -> 2 - 0.005 * Math.expm1(step / 100)).crawls()).isFalse();
        assertThat(course(step -> 2 - 1e-4 * step).crawls()).isTrue();
    }

    @Test
    void lossThatRisesNowAndThen_doesNotCrawl() {
        assertThat(course(step -> 2 - 1e-4 * step + (step == 50 ? 0.01 : 0)).crawls())
                .isFalse();
    }

    @Test
    void lossThatDoesNotMove_doesNotCrawl() {
        assertThat(course(step -> 2).crawls()).isFalse();
    }

    @Test
    void plateauAtGuessing_doesNotCrawl() {
        assertThat(course(step -> 1 - 1e-6 * step).crawls()).isFalse();
    }

    @Test
    void rateThatIsStillToRise_isCountedFor() {
        Schedule warmUp = new Schedule.WarmUp(0.5, new Schedule.Constant());

        assertThat(course(warmUp, 1, step -> 2 - 2e-6 * step * step).crawls()).isFalse();
        assertThat(course(warmUp, 1, step -> 2 - 1e-6 * step * (step + 1)).crawls())
                .isTrue();
    }

    @Test
    void rateThatIsStillToFall_isCountedFor() {
        DoubleUnaryOperator loss = step -> 2 - 1.5 * step / PLANNED;

        assertThat(course(new Schedule.Constant(), 1, loss).crawls()).isFalse();
        assertThat(course(new Schedule.Step(100, 0.1), 1, loss).crawls()).isTrue();
    }

    /** As AdaDelta's do. */
    @Test
    void stepsThatGrow_areCountedFor() {
        assertThat(course(new Schedule.Constant(), 1.5, step -> 2 - 4e-5 * Math.pow(step, 1.5))
                        .crawls())
                .isFalse();
        assertThat(course(new Schedule.Constant(), 1.5, step -> 2 - 2e-5 * Math.pow(step, 1.5))
                        .crawls())
                .isTrue();
    }

    @Test
    void halfOfTheFall_isOnCourseIfAsMuchAgainIsEnough() {
        assertThat(course(step -> 2 * Math.exp(-step / 200)).comesBelowGuessing(2))
                .isTrue();
        assertThat(course(step -> 2 * Math.exp(-step / 400)).comesBelowGuessing(2))
                .isFalse();
    }

    /** Five looks of answers that differ by so many times as much from one to the next; those of rows that are told apart by 1e-4. */
    @ParameterizedTest
    @CsvSource({
        "1e-6, 1.5, false",
        "1e-6, 2, true",
        "1e-6, 1, false",
        "1e-5, 0.9, false",
        "0, 2, false",
        "1e-4, 2, false"
    })
    void answersThatDifferByEverMore_comeToFollowTheRows(double first, double growth, boolean comesTo) {
        List<ProbeLook> looks = IntStream.range(0, 5)
                .mapToObj(look -> look(1, first * Math.pow(growth, look)))
                .toList();

        Course course =
                new Course(look(1, first), looks, plan(new Schedule.Constant(), 1), APART, looks.size() * APART);

        assertThat(course.comesToFollowRows(2)).isEqualTo(comesTo);
    }
}

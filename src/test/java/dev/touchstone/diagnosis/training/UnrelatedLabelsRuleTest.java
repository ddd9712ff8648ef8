package dev.touchstone.diagnosis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.UnrelatedLabels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of labels of which a share has nothing to do with their features. */
class UnrelatedLabelsRuleTest {
    private final FactsOfATraining training = new FactsOfATraining();

    private void isWeak(double share, double alike, double structure) {
        training.neighbours = 0.4;
        training.value = 0.5;
        training.structure = structure;
        training.unrelated = new UnrelatedLabels(share, 0.05, alike, 0.05, 0.03);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.35, true",
        "0.6, 0.6, true",
        "0.3, 0.7, false",
        "0.1, 0.1, false",
        "0.02, 0.02, false",
        "0.95, 0.95, false"
    })
    void badLabels_areNamedWherePartOfThemAreOfUnlikeClassesAsOftenAsOfLikeOnes(
            double share, double alike, boolean named) {
        isWeak(share, alike, 0.3);

        assertThat(training.finding("bad-labels")
                        .filter(found -> found.severity() == Severity.WARNING)
                        .isPresent())
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"0.3, bad-labels, poor-features", "0.01, poor-features, bad-labels"})
    void noiseInFeatures_isToldByFeaturesThatHaveNothingToDoWithEachOther(double structure, String named, String not) {
        isWeak(0.4, 0.5, structure);

        assertThat(training.finding(named))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(Severity.WARNING));
        assertThat(training.finding(not)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.98, INFO", "0.5, WARNING"})
    void labels_alarmWhereANotablePartOfTheWayIsMissing(double value, Severity severity) {
        isWeak(0.3, 0.35, 0.3);
        training.value = value;

        assertThat(training.finding("bad-labels"))
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(severity));
    }

    @Test
    void labelsOfAnotherScale_areNoNoiseInFeatures() {
        isWeak(0.4, 0.5, 0.01);
        training.neighbours = -0.6;

        assertThat(training.finding("bad-labels")).isPresent();
    }
}

package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Objects;
import java.util.Optional;

/** A class that is not learnt by a network that does well on the rest, or a rare one that is learnt worse. */
final class MetricHidesClassRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return NeglectedClass.of(facts)
                .or(() -> HiddenClass.of(facts))
                .map(neglected ->
                        FindingCode.METRIC_HIDES_CLASS.finding(
                                Severity.WARNING,
                                facts.plan().metric() + " is "
                                        + ShortNumber.of(Objects.requireNonNull(facts.best())
                                                .value()) + ", and of class " + neglected.name() + " only "
                                        + neglected.right() + " of " + neglected.rows() + " rows are right",
                                new Evidence()
                                        .with("class", neglected.name())
                                        .with("rows", neglected.rows())
                                        .with("right", neglected.right()),
                                "rank on balanced-accuracy; look at the rows of that class"));
    }
}

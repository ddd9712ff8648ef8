package dev.touchstone.bench.faults;

import dev.touchstone.diagnosis.Precedence;
import dev.touchstone.diagnosis.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * In which order a reader of {@code check} and {@code explain} is told what may be the matter: what experiments confirmed
 * first, then what alarms, causes before symptoms, and causes by {@link Precedence}, whoever names them. For information is
 * what training shows beside something that alarms; nothing is told of a trial in which nothing alarms.
 */
final class Ranking {
    private static final Comparator<Said> UNDECIDED = Comparator.comparing(
                    (Said said) -> said.severity() == Severity.INFO)
            .thenComparing(said -> !said.cause())
            .thenComparing(Said::code, Precedence.OF_CODES)
            .thenComparing(Said::by);

    /** What is confirmed comes as it was told, the largest gain first. */
    private static final Comparator<Said> ORDER = Comparator.comparing((Said said) -> !said.confirmed())
            .thenComparing((one, other) -> one.confirmed() ? 0 : UNDECIDED.compare(one, other));

    private Ranking() {}

    /** The codes, the likeliest cause first. */
    static List<String> of(List<Said> all) {
        if (!Said.alarms(all)) {
            return List.of();
        }
        return all.stream()
                .filter(said -> !said.refuted())
                .filter(said -> said.by() == Said.By.TRAINING || said.severity() != Severity.INFO)
                .sorted(ORDER)
                .sorted(Comparator.comparing(said -> !said.cause()))
                .map(Said::code)
                .distinct()
                .toList();
    }
}

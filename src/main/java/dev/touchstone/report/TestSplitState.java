package dev.touchstone.report;

import dev.touchstone.data.vault.Examinee;
import dev.touchstone.metric.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a study's test split stands: what may be told of it without opening it, and what the ledger says of every time it
 * was opened.
 *
 * @param rows how many rows the split has; 0 when the study has no test split
 * @param openings in the ledger's order, oldest first; none when there is an objection
 * @param objection why the record of the openings is not to be trusted; null when nothing is known against it
 */
public record TestSplitState(
        int rows, List<Opening> openings, @Nullable String objection) {
    /** A test split with nothing against its record. */
    public TestSplitState(int rows, List<Opening> openings) {
        this(rows, openings, null);
    }

    /** Opened also when there is an objection: a record that cannot be trusted is no proof that nobody looked. */
    public State state() {
        if (!openings.isEmpty() || objection != null) {
            return State.OPENED;
        }
        return rows == 0 ? State.NONE : State.SEALED;
    }

    /** Whether anybody has seen a test figure. */
    public enum State {
        NONE,
        SEALED,
        OPENED
    }

    /**
     * One opening.
     *
     * @param study that looked: another study of the same data may have, too
     * @param examinee what was scored
     * @param reason given by whoever opened it
     * @param user who opened it
     * @param related openings of changed copies of the data that had seen some of the rows before
     * @param result null when the opening was announced and no result followed: the run died, or has not ended yet
     */
    public record Opening(
            Instant at,
            String study,
            Examinee examinee,
            String reason,
            String user,
            List<Related> related,
            @Nullable Result result) {
        /** An opening for a trial. */
        public Opening(
                Instant at,
                String study,
                int trial,
                String reason,
                String user,
                List<Related> related,
                @Nullable Result result) {
            this(at, study, Examinee.trial(trial), reason, user, related, result);
        }
    }

    /**
     * An opening under another data set's record.
     *
     * @param rows how many rows of this test split it saw
     */
    public record Related(Instant at, String study, Examinee examinee, String user, int rows) {
        /** An opening for a trial. */
        public Related(Instant at, String study, int trial, String user, int rows) {
            this(at, study, Examinee.trial(trial), user, rows);
        }
    }

    /**
     * What an opening showed.
     *
     * @param values test metrics by name
     * @param intervals 95 % confidence intervals of the values
     * @param corrected the intervals that hold at 95 % together with those of all openings before; none where they were
     *     not kept, as by earlier versions
     */
    public record Result(
            Map<String, Double> values, Map<String, Interval> intervals, Map<String, Interval> corrected) {}
}

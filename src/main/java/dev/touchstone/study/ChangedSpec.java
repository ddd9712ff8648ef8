package dev.touchstone.study;

import dev.touchstone.base.UserError;
import java.util.List;

/** A spec whose study is there already, made from a spec that means something else. */
final class ChangedSpec {
    private static final int MOST_SHOWN = 8;

    private ChangedSpec() {}

    /**
     * Lets a spec pass that means what the study's kept spec means.
     *
     * @throws UserError with what differs and what may be done, one line each
     */
    static void refuse(StudySpec spec, StudySpec kept) {
        List<String> differences = spec.meaning().differencesFrom(kept.meaning());
        if (!differences.isEmpty()) {
            throw new UserError(message(spec.study(), differences));
        }
    }

    private static String message(String study, List<String> differences) {
        StringBuilder message = new StringBuilder(
                "study '" + study + "' is there already, made from a spec that means something else:");
        differences.stream()
                .limit(MOST_SHOWN)
                .forEach(line -> message.append("\n  ").append(line));
        if (differences.size() > MOST_SHOWN) {
            message.append("\n  and ").append(differences.size() - MOST_SHOWN).append(" more");
        }
        return message + """

                What may be done, one of:
                  - give this spec another name (key study:), to run it as a study of its own;
                  - set back what differs, in the spec or by its flags; then sweep --trials N with a larger N adds trials
                    to the present study (another number of trials alone is no difference);
                  - delete the present study: touchstone delete\s""" + study;
    }
}

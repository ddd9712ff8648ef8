package dev.touchstone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.UserError;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.StudyRanking;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads a study's store beside its coordinator, and notes whatever breaks a promise. */
final class Witness {
    private static final String ENDED_TWICE = "SELECT t.number FROM trial t JOIN event e ON e.trial_id = t.id"
            + " WHERE e.kind IN ('completed', 'gated', 'failed') GROUP BY t.id HAVING COUNT(*) > 1";

    private static final String EPOCHS = "SELECT COUNT(*) FROM event WHERE kind = 'epoch-ended'";

    private final StudyFolder folder;
    private final Map<Integer, TrialRecord> ended = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    Witness(StudyFolder folder) {
        this.folder = folder;
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    void note(String violation) {
        violations.add(violation);
    }

    /** Looks at all trials: those that were seen to have ended must stand as they did. */
    int lookAtEnded() {
        List<TrialRecord> trials = trials();
        for (Map.Entry<Integer, TrialRecord> before : ended.entrySet()) {
            if (!trials.contains(before.getValue())) {
                note("trial %d had ended, and was changed or lost since".formatted(before.getKey()));
            }
        }
        trials.stream().filter(trial -> trial.state().isFinal()).forEach(trial -> ended.put(trial.number(), trial));
        return ended.size();
    }

    /** Looks at a study that has ended. */
    void lookAtEnd(int expected) {
        lookAtEnded();
        List<Integer> numbers = trials().stream().map(TrialRecord::number).toList();
        if (!numbers.equals(IntStream.rangeClosed(1, expected).boxed().toList())) {
            note("of %d trials there are these: %s".formatted(expected, numbers));
        }
        if (ended.size() < expected) {
            note("%d of %d trials ended".formatted(ended.size(), expected));
        }
        endedTwice().forEach(number -> note("trial %d ended twice".formatted(number)));
    }

    private List<Integer> endedTwice() {
        return numbers(ENDED_TWICE);
    }

    /** How many epochs were ever recorded, also those that came again after a resumption. */
    int epochs() {
        return Files.exists(folder.database()) ? numbers(EPOCHS).stream().findFirst().orElse(0) : 0;
    }

    private List<Integer> numbers(String query) {
        List<Integer> numbers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
            return numbers;
        } catch (SQLException notCreated) {
            return List.of();
        }
    }

    /** Compares with the study as it is when nothing disturbs it: losses bit for bit, artefacts by their content. */
    void compare(Witness undisturbed) {
        try {
            assertThat(ranking()).isEqualTo(undisturbed.ranking());
            assertThat(trials())
                    .usingRecursiveComparison()
                    .withComparatorForType(Double::compare, Double.class)
                    .ignoringFieldsMatchingRegexes(".*started", ".*ended", ".*seconds", ".*failures")
                    .isEqualTo(undisturbed.trials());
        } catch (AssertionError e) {
            note("not what it is undisturbed: " + e.getMessage());
        }
    }

    private List<Ranked> ranking() {
        try (StudyStore store = open()) {
            StudyRecord study = store.read();
            return StudyRanking.of(study, new FolderArtefacts(folder.artefacts()));
        }
    }

    /** None before the study was created. */
    private List<TrialRecord> trials() {
        if (!Files.exists(folder.database())) {
            return List.of();
        }
        try (StudyStore store = open()) {
            return store.read().trials();
        } catch (UserError notCreated) {
            return List.of();
        }
    }

    private StudyStore open() {
        return SqliteStudyStore.openExisting(folder.database(), folder.study());
    }
}

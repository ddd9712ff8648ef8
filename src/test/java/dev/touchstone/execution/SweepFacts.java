package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Sha256;
import dev.touchstone.study.TaskSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What a sweep left behind, as a stranger finds it. */
final class SweepFacts {
    private SweepFacts() {}

    static Path database(SmallSweep sweep) {
        return sweep.studies().folder(SmallSweep.STUDY).database();
    }

    static int events(SmallSweep sweep, String kind) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database(sweep));
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM event WHERE kind = '%s'".formatted(kind))) {
            return count.getInt(1);
        }
    }

    /** Artefacts are named by their content, so the best parameters and the predictions are compared too. */
    static void assertSame(SmallSweep sweep, SmallSweep undisturbed) throws IOException {
        assertThat(sweep.record().trials())
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .ignoringFieldsMatchingRegexes(".*started", ".*ended", ".*seconds", ".*failures")
                .isEqualTo(undisturbed.record().trials());
        assertThat(artefacts(sweep)).isEqualTo(artefacts(undisturbed));
    }

    private static List<String> artefacts(SmallSweep sweep) throws IOException {
        try (Stream<Path> files =
                Files.walk(sweep.studies().folder(SmallSweep.STUDY).artefacts())) {
            String forWorkers = Sha256.of(TaskSpec.of(sweep.record().head()).getBytes(StandardCharsets.UTF_8));
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(artefact -> !artefact.equals(forWorkers))
                    .sorted()
                    .toList();
        }
    }
}

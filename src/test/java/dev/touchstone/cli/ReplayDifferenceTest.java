package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.base.Json;
import dev.touchstone.execution.SmallSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A replay finds what was changed in a trial's record. */
class ReplayDifferenceTest {
    /** Only the gate that takes no time. */
    private static final String QUICK_GATE =
            "gates: {initialisation: off, overfit-tiny-batch: off, learning-rate-range: off}\n";

    @TempDir
    private static Path folder;

    private static Path database;
    private static byte[] untouched;

    @BeforeAll
    static void sweepOnce() throws IOException {
        SmallSweep sweep = new SmallSweep(folder, SmallSweep.SPACE, 1, QUICK_GATE);
        sweep.run(() -> false);
        database = sweep.studies().folder(SmallSweep.STUDY).database();
        untouched = Files.readAllBytes(database);
    }

    @BeforeEach
    void undoChanges() throws IOException {
        Files.write(database, untouched);
    }

    @ParameterizedTest
    @CsvSource({
        "gate-judged, /result/verdict, verdict of gate build",
        "effective-chosen, /effective/learning-rate, effective learning-rate",
        "losses-recorded, /losses/3, loss of iteration 4",
        "epoch-ended, /trainLoss, train loss of epoch 1",
        "epoch-ended, /validationLoss, validation loss of epoch 1",
        "epoch-ended, /value, validation value of epoch 1",
        "completed, /bestEpoch, best epoch",
        "completed, /values/accuracy, accuracy of the best epoch",
    })
    void oneChange_isToldWhere(String kind, String pointer, String where) {
        Change change = change(kind, pointer);

        Called replayed = replay();

        assertThat(replayed.code()).as(replayed.err()).isEqualTo(1);
        assertThat(replayed.out())
                .isEqualToIgnoringCase("first difference: %s: recorded %s, replayed %s%n"
                        .formatted(where, change.after(), change.before()));
    }

    @Test
    void ofTwoChanges_theEarlierInTheTrainingIsTold() {
        change("completed", "/bestEpoch");
        change("epoch-ended", "/value");

        assertThat(replay().out()).startsWith("first difference: validation value of epoch 1:");
    }

    @Test
    void otherEnvironment_isToldWithTheAnswer() {
        ObjectNode started = (ObjectNode) first("started");
        ((ObjectNode) started.get("environment")).put("jvm", "Another JVM").remove("openblas");
        replaceFirst("started", started);

        Called replayed = replay();

        assertThat(replayed.code()).isEqualTo(0);
        assertThat(replayed.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("identical: "))
                .anyMatch(line -> line.startsWith("environment: jvm: recorded Another JVM, replayed "))
                .anyMatch(line -> line.startsWith("environment: openblas: recorded nothing, replayed 0."));
    }

    private static Called replay() {
        return Called.with(
                "replay",
                SmallSweep.STUDY,
                "--trial",
                "1",
                "--reports",
                folder.resolve("reports").toString());
    }

    private record Change(String before, String after) {}

    /** Changes a value of the first event of a kind as little as its type allows: of a fraction the last bit. */
    private static Change change(String kind, String pointer) {
        JsonNode event = first(kind);
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode before = event.at(path);
        JsonNode after = changed(before);
        String name = path.last().getMatchingProperty();
        if (event.at(path.head()) instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), after);
        } else {
            ((ObjectNode) event.at(path.head())).set(name, after);
        }
        replaceFirst(kind, event);
        return new Change(before.asText(), after.asText());
    }

    private static JsonNode changed(JsonNode value) {
        if (value.isDouble()) {
            return DoubleNode.valueOf(Double.longBitsToDouble(Double.doubleToLongBits(value.asDouble()) ^ 1));
        }
        return value.isInt() ? IntNode.valueOf(value.asInt() + 1) : TextNode.valueOf("WARN");
    }

    private static JsonNode first(String kind) {
        return Json.tree(events().withHandle(
                        handle -> handle.createQuery("SELECT payload FROM event WHERE kind = :kind ORDER BY id LIMIT 1")
                                .bind("kind", kind)
                                .mapTo(String.class)
                                .one()));
    }

    private static void replaceFirst(String kind, JsonNode event) {
        events().useHandle(handle -> handle.createUpdate("UPDATE event SET payload = :payload"
                        + " WHERE id = (SELECT MIN(id) FROM event WHERE kind = :kind)")
                .bind("payload", Json.write(event))
                .bind("kind", kind)
                .execute());
    }

    private static Jdbi events() {
        return Jdbi.create("jdbc:sqlite:" + database);
    }
}

package dev.touchstone.execution;

import dev.touchstone.base.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** All that a process is told by the coordinator that starts it, on the first line of its standard input. */
sealed interface Order permits WorkerOrder, MeasuringOrder, ExperimentOrder {
    /** The process's name, used once. */
    String worker();

    /** Reads an order and nothing beyond it. */
    static <T extends Order> T read(InputStream input, Class<T> type) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.write(next);
        }
        return Json.read(line.toString(StandardCharsets.UTF_8), type);
    }
}

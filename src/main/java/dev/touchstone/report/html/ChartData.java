package dev.touchstone.report.html;

import dev.touchstone.base.Json;

/**
 * JSON that a script of the page reads. It stands in a {@code script} element, which ends at the first
 * {@code </script>} whatever the JSON means, so every character that HTML or JavaScript could take for its own is
 * written as an escape.
 */
public record ChartData(String json) {
    static ChartData of(Object value) {
        return new ChartData(Json.write(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }
}

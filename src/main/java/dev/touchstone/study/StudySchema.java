package dev.touchstone.study;

import dev.touchstone.spec.SpecSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of a spec file, which editors can use as well. */
final class StudySchema {
    static final SpecSchema INSTANCE = new SpecSchema(json());

    private StudySchema() {}

    private static String json() {
        try (InputStream in = StudySchema.class.getResourceAsStream("spec.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

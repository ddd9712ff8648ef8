package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.base.Json;
import dev.touchstone.spec.Quoted;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file of Keras 2 says beside its weights, which stay unread.
 *
 * @param model {@code model_config}: the layers
 * @param training {@code training_config}: loss and optimiser; missing when the model was saved without
 */
record KerasFile(JsonNode model, JsonNode training) {
    private static final String EXPECTED = "expected HDF5, as model.save('NAME.h5') of Keras 2 writes it";
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String KERAS_2 = "2.";

    /** @throws KerasProblem when it is not such a file */
    static KerasFile read(Path file) {
        requireHdf5(file);
        try (HdfFile archive = new HdfFile(file)) {
            String version = text(archive, "keras_version").orElse(KERAS_2);
            if (!version.startsWith(KERAS_2)) {
                throw new KerasProblem("was written by Keras " + Quoted.of(version)
                        + ", expected Keras 2, whose layers DL4J knows: save it with the package tf_keras");
            }
            JsonNode model = json(archive, "model_config")
                    .orElseThrow(() ->
                            new KerasProblem("has no model_config, as a file of weights alone has none; " + EXPECTED));
            return new KerasFile(model, json(archive, "training_config").orElse(MissingNode.getInstance()));
        } catch (KerasProblem e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Of many kinds: the library trusts the file, as to how much it has to read, too.
            throw new KerasProblem("is damaged: its HDF5 cannot be read; " + EXPECTED, e);
        }
    }

    private static void requireHdf5(Path file) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HDF5.length);
        } catch (IOException e) {
            throw new KerasProblem("cannot be read: " + e.getMessage(), e);
        }
        if (Arrays.equals(head, 0, Math.min(ZIP.length, head.length), ZIP, 0, ZIP.length)) {
            throw new KerasProblem("is a zip archive, as a .keras file is; " + EXPECTED);
        } else if (!Arrays.equals(head, HDF5)) {
            throw new KerasProblem("is no HDF5 file; " + EXPECTED);
        }
    }

    private static Optional<JsonNode> json(HdfFile archive, String attribute) {
        return text(archive, attribute).map(text -> {
            try {
                return Json.tree(text);
            } catch (IllegalArgumentException e) {
                throw new KerasProblem("has a " + attribute + " that is no JSON", e);
            }
        });
    }

    private static Optional<String> text(HdfFile archive, String name) {
        Attribute attribute = archive.getAttribute(name);
        return attribute != null && attribute.getData() instanceof String text ? Optional.of(text) : Optional.empty();
    }
}

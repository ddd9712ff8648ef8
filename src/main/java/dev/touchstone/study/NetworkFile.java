package dev.touchstone.study;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.model.SuppliedSpace;
import dev.touchstone.model.keras.KerasImport;
import dev.touchstone.model.keras.KerasProblem;
import dev.touchstone.spec.JsonReader;
import dev.touchstone.spec.NearestFile;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.spec.SpecText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the network that a spec takes from another file into the spec, for workers get the spec alone, and a study goes on
 * when the file is gone; and so a space that a class of the user's supplies.
 *
 * @param folder what paths are relative to
 */
record NetworkFile(Path folder, ClassPath classPath, Problems problems) {
    private static final String MODEL = "model";
    private static final String ARBITER = "arbiter";
    private static final String CLASS = "class";
    private static final String KERAS = "keras";
    private static final List<String> KEYS = List.of(ARBITER, "dl4j", KERAS);

    /**
     * The spec with the file's content in the place of its name; the spec itself when it names none.
     *
     * @throws dev.touchstone.spec.SpecException when the file cannot be read
     */
    SpecNode.Mapping in(SpecNode.Mapping root) {
        SpecNode.Mapping model = root.section(MODEL);
        return KEYS.stream()
                .filter(key -> model.text(key).isPresent())
                .findFirst()
                .flatMap(key -> read(key, model.text(key).orElseThrow(), model.at(key))
                        .map(content -> with(root, MODEL, with(model, key, content))))
                .or(() -> supplied(model).map(space -> with(root, MODEL, space)))
                .orElse(root);
    }

    /** The section with a space in the place of the class that supplies it. */
    private Optional<SpecNode.Mapping> supplied(SpecNode.Mapping model) {
        SpecNode node = model.at(CLASS);
        return model.text(CLASS)
                .filter(name -> model.get(ARBITER).isEmpty())
                .flatMap(name -> new SuppliedSpace(name, classPath).json())
                .map(space -> new JsonReader(node.line()).read(space, node.path()))
                .map(space -> {
                    Map<String, SpecNode> children = new LinkedHashMap<>(model.children());
                    children.remove(CLASS);
                    children.put(ARBITER, space);
                    return new SpecNode.Mapping(model.line(), model.path(), children);
                });
    }

    private static SpecNode.Mapping with(SpecNode.Mapping mapping, String key, SpecNode value) {
        Map<String, SpecNode> children = new LinkedHashMap<>(mapping.children());
        children.put(key, value);
        return new SpecNode.Mapping(mapping.line(), mapping.path(), children);
    }

    private Optional<SpecNode> read(String key, String name, SpecNode node) {
        try {
            Path file = folder.resolve(name);
            if (Files.isDirectory(file)) {
                problems.add(node, Quoted.of(name) + " is a folder, expected a file");
                return Optional.empty();
            } else if (!Files.isRegularFile(file)) {
                problems.add(
                        node,
                        "there is no file " + Quoted.of(name) + " in the spec's folder " + folder
                                + NearestFile.hint(file));
                return Optional.empty();
            }
            JsonNode content = key.equals(KERAS) ? KerasImport.read(file).json() : Json.tree(SpecText.read(file));
            return Optional.of(new JsonReader(node.line()).read(content, node.path()));
        } catch (InvalidPathException e) {
            problems.add(node, Quoted.of(name) + " is no path of a file");
        } catch (KerasProblem e) {
            problems.add(node, Quoted.of(name) + " " + e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add(node, Quoted.of(name) + " is " + e.getMessage());
        }
        return Optional.empty();
    }
}

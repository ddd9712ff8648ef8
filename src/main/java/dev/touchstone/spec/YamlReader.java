package dev.touchstone.spec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads a spec's text as YAML data. SnakeYAML stops at its node graph: nothing is ever constructed from the file. */
public final class YamlReader {
    private static final String NEEDED = "; a spec needs the keys data, model and space";

    private YamlReader() {}

    /**
     * The text's mapping.
     *
     * @param problems also gets duplicate keys, tags and merge keys, after which reading goes on
     * @throws SpecException when the text is no YAML mapping
     */
    public static SpecNode.Mapping read(String text, Problems problems) {
        Node document = compose(text, problems);
        if (document == null) {
            problems.addWhole("the file is empty" + NEEDED);
            throw problems.exception();
        }
        SpecNode root = new NodeBuilder(problems).root(document);
        if (root instanceof SpecNode.Mapping mapping) {
            return mapping;
        }
        problems.add(root, "expected a mapping, found " + root.describe() + NEEDED);
        throw problems.exception();
    }

    private static @Nullable Node compose(String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        // NodeBuilder bounds what aliases can grow to, with a line in its message.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        // A tag is only a word here, for nothing is constructed; NodeBuilder refuses it with its key.
        options.setTagInspector(tag -> true);
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            return new Composer(parser, new ScalarTags(), options).getSingleNode();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(mark.getLine() + 1, "", wording(e, mark, text));
        } catch (ReaderException e) {
            problems.add(
                    lineOf(text, e.getPosition()),
                    "",
                    String.format(
                            Locale.ROOT, "the character U+%04X is not allowed in YAML; remove it", e.getCodePoint()));
        } catch (YAMLException e) {
            problems.addWhole("not readable as YAML: " + e.getMessage());
        }
        throw problems.exception();
    }

    private static String wording(MarkedYAMLException e, Mark mark, String text) {
        String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
        if (line.substring(0, line.length() - line.stripLeading().length()).contains("\t")) {
            return "a tab in the indentation; YAML is indented with spaces only";
        } else if ("but found another document".equals(e.getProblem())) {
            return "a second document begins here; a spec file holds one, remove the '---'";
        }
        String context = e.getContext() == null || e.getContextMark() == null
                ? ""
                : " (" + e.getContext() + " from line " + (e.getContextMark().getLine() + 1) + ")";
        return "not readable as YAML: " + e.getProblem() + context
                + "; check indentation, colons, quotes and brackets here";
    }

    private static int lineOf(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }
}

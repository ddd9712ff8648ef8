package dev.touchstone.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns SnakeYAML's node graph into a tree of {@link SpecNode}s: aliases written out, everything else refused. */
final class NodeBuilder {
    /** Far more than any spec has, far fewer than an alias bomb. */
    private static final int MOST_NODES = 10_000;

    /** A spec is six deep; an alias within itself has no end. */
    private static final int DEEPEST = 50;

    private static final Set<Tag> UNTYPED = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private final Problems problems;
    private int built;

    NodeBuilder(Problems problems) {
        this.problems = problems;
    }

    /** The whole document's tree. */
    SpecNode root(Node node) {
        return build(node, line(node), "", 0);
    }

    private SpecNode build(Node node, int line, String path, int depth) {
        if (++built > MOST_NODES || depth > DEEPEST) {
            problems.add(
                    line,
                    path,
                    "more than " + MOST_NODES + " values or " + DEEPEST
                            + " levels once its aliases are written out; write the values instead of aliases");
            throw problems.exception();
        }
        if (!PLAIN.contains(node.getTag())) {
            problems.add(
                    line,
                    path,
                    "the tag " + Quoted.of(node.getTag().getValue().replace(Tag.PREFIX, "!!"))
                            + " is refused: a spec is data and loads no class; remove the tag");
            return new SpecNode.Scalar(line, path, null);
        } else if (node instanceof MappingNode mapping) {
            return new SpecNode.Mapping(line, path, children(mapping, path, depth));
        } else if (node instanceof SequenceNode sequence) {
            return new SpecNode.Sequence(line, path, elements(sequence, path, depth));
        }
        return new SpecNode.Scalar(line, path, value((ScalarNode) node));
    }

    private static @Nullable Object value(ScalarNode node) {
        return UNTYPED.contains(node.getTag()) ? PlainScalar.valueOf(node.getValue()) : node.getValue();
    }

    private List<SpecNode> elements(SequenceNode sequence, String path, int depth) {
        List<SpecNode> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(build(element, line(element), path + "[" + elements.size() + "]", depth + 1));
        }
        return elements;
    }

    private Map<String, SpecNode> children(MappingNode mapping, String path, int depth) {
        Map<String, SpecNode> children = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                problems.add(line, path, "a key must be text, found a list or a mapping; quote it if it is text");
                continue;
            }
            String key = keyNode.getValue();
            String childPath = path.isEmpty() ? key : path + "." + key;
            SpecNode first = children.get(key);
            if (first != null) {
                problems.add(
                        line,
                        childPath,
                        "duplicate key " + Quoted.of(key) + ", first on line " + first.line() + "; keep one of them");
            } else if (key.equals("<<")) {
                problems.add(line, childPath, "merge keys are not supported; write the keys out");
            } else {
                children.put(key, build(tuple.getValueNode(), line, childPath, depth + 1));
            }
        }
        return children;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}

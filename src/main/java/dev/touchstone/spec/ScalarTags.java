package dev.touchstone.spec;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Gives values that carry no tag the one that fits them: none of YAML 1.1's dates, merges, octals and yes-or-no words. */
final class ScalarTags extends Resolver {
    @Override
    protected void addImplicitResolvers() {
        // PlainScalar decides instead.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean unquoted) {
        return switch (kind) {
            case mapping -> Tag.MAP;
            case sequence -> Tag.SEQ;
            default -> unquoted ? of(value) : Tag.STR;
        };
    }

    private static Tag of(String text) {
        Object value = PlainScalar.valueOf(text);
        if (value == null) {
            return Tag.NULL;
        } else if (value instanceof Long) {
            return Tag.INT;
        } else if (value instanceof Double) {
            return Tag.FLOAT;
        }
        return value instanceof Boolean ? Tag.BOOL : Tag.STR;
    }
}

package dev.touchstone.report.html;

/**
 * One line of a list of facts.
 *
 * @param detail more than fits, shown on hover; may be empty
 */
public record Fact(String name, String text, String detail) {
    static Fact of(String name, String text) {
        return new Fact(name, text, "");
    }

    /** A digest by its first digits, whole on hover. */
    static Fact digest(String name, String digest) {
        return new Fact(name, Figures.shortDigest(digest), digest);
    }
}

package dev.touchstone.cli;

/** The command's entry. */
public final class Touchstone {
    private Touchstone() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}

package dev.touchstone.cli.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Text for terminals: line ends pass, every other control character is written as its code, so that no name or label
 * from a file can move the cursor, recolour the screen or reverse the text around it.
 */
public final class PlainWriter extends FilterWriter {
    public PlainWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        char written = (char) character;
        if (written == '\n' || !isControl(written)) {
            out.write(written);
        } else {
            out.write(String.format(Locale.ROOT, "\\u%04x", (int) written));
        }
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(characters[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }

    private static boolean isControl(char character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT // bidirectional overrides and other invisible characters
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}

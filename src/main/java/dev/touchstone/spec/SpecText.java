package dev.touchstone.spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a spec file. */
public final class SpecText {
    /** A hundred times the size of a long spec, in bytes. */
    private static final int LARGEST = 1 << 20;

    private SpecText() {}

    /**
     * Reads the file.
     *
     * @throws SpecException when it is missing, unreadable, too large or not UTF-8
     */
    public static String read(Path file) {
        Problems problems = new Problems(file);
        if (Files.isDirectory(file)) {
            problems.addWhole("this is a folder; name a spec file in it");
        } else if (!Files.exists(file)) {
            problems.addWhole("there is no such file" + NearestFile.hint(file));
        }
        problems.throwIfAny();
        try {
            if (Files.size(file) > LARGEST) {
                problems.addWhole("the file has " + Files.size(file) + " bytes; a spec has at most " + LARGEST);
                throw problems.exception();
            }
            return decode(Files.readAllBytes(file), problems);
        } catch (IOException e) {
            problems.addWhole("the file cannot be read: " + e.getMessage());
            throw problems.exception();
        }
    }

    private static String decode(byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(line, "", "not UTF-8 text; save the file as UTF-8");
            throw problems.exception();
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The public record of every look at a test split: plain text, one JSON object a line, meant to be committed. Each line
 * carries its own hash and the hashes of the lines of its data set that it follows, so that a line that was edited or
 * taken from the middle shows in the ledger itself. Two branches that both looked are merged by keeping all lines.
 */
public final class TestLedger {
    private final Path file;
    private final FileMutex mutex;

    /** @param file need not exist; a ledger without a line is no file */
    public TestLedger(Path file) {
        this.file = file.toAbsolutePath();
        this.mutex = new FileMutex(this.file.resolveSibling("." + file.getFileName() + ".lock"));
    }

    /**
     * Every look at the test split of a data set, in the order of the ledger.
     *
     * @param fingerprint of the data set
     * @throws UserError when a line, of whatever data set, is malformed or edited, or follows a line that is missing
     */
    public List<TestOpening> openings(String fingerprint) {
        return chain(fingerprint).openings();
    }

    Path file() {
        return file;
    }

    LedgerChain chain(String fingerprint) {
        return new LedgerChain(lines().stream()
                .filter(line -> line.entry().fingerprint().equals(fingerprint))
                .toList());
    }

    /** Runs the action while no one else appends. */
    <T> T exclusively(FileMutex.Action<T> action) {
        try {
            return mutex.holding(action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a line and returns once it is on the disk; a line that cannot be written whole is taken back. */
    void append(LedgerLine line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = channel.size();
            try {
                ByteBuffer bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(UTF_8));
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    private List<LedgerLine> lines() {
        String text = text();
        List<LedgerLine> lines = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : text.lines().toList()) {
            int number = lines.size() + 1;
            LedgerLine parsed = parse(line, number);
            Integer earlier = numbers.put(parsed.hash(), number);
            if (earlier != null) {
                throw refused(number, "repeats line " + earlier);
            }
            lines.add(parsed);
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw refused(lines.size(), "cut off: found no line end");
        }
        for (int i = 0; i < lines.size(); i++) {
            for (String parent : lines.get(i).entry().parents()) {
                if (!numbers.containsKey(parent)) {
                    throw refused(i + 1, "the line with the hash " + parent + ", which this one follows, is missing");
                }
            }
        }
        return lines;
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (CharacterCodingException e) {
            throw new UserError(file + ": not text in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LedgerLine parse(String line, int number) {
        try {
            return LedgerLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ":" + number + ": " + e.getMessage(), e);
        }
    }

    private UserError refused(int number, String why) {
        return new UserError(file + ":" + number + ": " + why);
    }
}

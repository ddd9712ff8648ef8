package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it succeeds or tells the user; there is no third way. */
class SpecCorruptionTest {
    private static final int CASES = 250;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.$-]+");
    private static final List<String> VALUES = List.of(
            "",
            "~",
            "0",
            "-1",
            "1e-5",
            ".nan",
            ".inf",
            "99999999999999999999",
            "1e999",
            "true",
            "off",
            "$width",
            "$",
            "[]",
            "{}",
            "[1, 0]",
            "{a: b}",
            "[[[]]]",
            "*a",
            "&a b",
            "<<",
            "!!x y",
            "\"\\0\"",
            "'",
            "\t",
            "…",
            "? x");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void corrupted_spec_reads_or_is_refused_line_by_line(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            String text = SoundSpec.text();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                text = corrupt(text, random);
            }
            try {
                SpecFile.parse(text, SoundSpec.FILE, Overrides.NONE);
            } catch (SpecException e) {
                refused++;
                assertThat(e.problems()).isNotEmpty().allMatch(line -> line.startsWith("moons.yaml:"), text);
                assertThat(e.getMessage().lines()).hasSameSizeAs(e.problems());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("this spec escaped:\n" + text, e);
            }
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    private static String corrupt(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(Math.max(1, lines.size() - 1));
        int place = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 ->
                lines.set(line, " ".repeat(random.nextInt(4)) + lines.get(line).strip());
            case 4 -> {
                return text.substring(0, place) + (char) random.nextInt(1, 0x250) + text.substring(place + 1);
            }
            default -> {
                return replaceWord(text, random);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String replaceWord(String text, SplittableRandom random) {
        Matcher words = WORD.matcher(text);
        int chosen = random.nextInt((int) WORD.matcher(text).results().count());
        for (int i = 0; i <= chosen; i++) {
            words.find();
        }
        return text.substring(0, words.start())
                + VALUES.get(random.nextInt(VALUES.size()))
                + text.substring(words.end());
    }
}

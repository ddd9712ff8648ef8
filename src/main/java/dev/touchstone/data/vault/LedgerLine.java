package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.Json;
import dev.touchstone.base.Sha256;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: a JSON object whose last field is the SHA-256 of the object without that field, so that any
 * edit shows.
 */
record LedgerLine(LedgerEntry entry, String hash) {
    private static final String FIELD = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final int HASH_DIGITS = 64;
    private static final int TAIL = FIELD.length() + HASH_DIGITS + END.length();

    static LedgerLine of(LedgerEntry entry) {
        return new LedgerLine(entry, hash(Json.write(entry)));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException with the reason when it is anything else
     */
    static LedgerLine parse(String text) {
        int body = text.length() - TAIL;
        if (body < 1 || !text.startsWith(FIELD, body) || !text.endsWith(END)) {
            throw new IllegalArgumentException("not a line of a test ledger");
        }
        String json = text.substring(0, body) + "}";
        String hash = text.substring(body + FIELD.length(), text.length() - END.length());
        if (!hash.equals(hash(json))) {
            throw new IllegalArgumentException("this line was edited: its text does not match its hash");
        }
        LedgerEntry entry = Json.read(json, LedgerEntry.class);
        if (!Json.write(entry).equals(json) || !hasOneExaminee(entry)) {
            throw new IllegalArgumentException("a field is missing, unknown or out of place");
        }
        return new LedgerLine(entry, hash);
    }

    private static boolean hasOneExaminee(LedgerEntry entry) {
        if (!(entry instanceof LedgerEntry.Intent intent)) {
            return true;
        }
        List<RelatedOpening> related = Objects.requireNonNullElse(intent.related(), List.of());
        return isOne(intent.trial(), intent.ensemble())
                && related.stream().allMatch(other -> isOne(other.trial(), other.ensemble()));
    }

    private static boolean isOne(@Nullable Integer trial, @Nullable Integer ensemble) {
        return (trial == null) != (ensemble == null);
    }

    String text() {
        String json = Json.write(entry);
        return json.substring(0, json.length() - 1) + FIELD + hash + END;
    }

    private static String hash(String json) {
        return Sha256.of(json.getBytes(UTF_8));
    }
}

package dev.touchstone.data.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.base.UserError;
import dev.touchstone.data.TargetLayout;
import dev.touchstone.data.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed file says about itself; it never changes and is authenticated together with the rows.
 *
 * @param format names the format and its version
 * @param keyId which split of which data; the key is kept under it
 * @param keyCheck a digest by which a wrong key is told from a damaged file, before anything is written
 * @param seal drawn at sealing, so that no two sealed files are taken for one another
 * @param nonce of the cipher, 24 hexadecimal digits
 * @param preparedData digest of the train and validation rows that the split belongs to; null in a file of the first
 *     format, which says nothing of them
 * @param kind of the rows' targets; classes where there is no word of it, as in earlier versions
 * @param labels how many a row may have; null where the targets are no sets of labels
 * @param digestsNonce of the cipher of the rows' digests; null in a file of an earlier format, which has none
 * @param envelope with the key; null when the key is kept elsewhere
 */
record SealedHeader(
        String format,
        String cipher,
        String fingerprint,
        String keyId,
        String keyCheck,
        String seal,
        int rows,
        int width,
        String nonce,
        @Nullable String preparedData,
        @JsonInclude(JsonInclude.Include.NON_NULL) Task.@Nullable Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer labels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String digestsNonce,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable KeyEnvelope envelope) {
    static final String FORMAT = "touchstone-sealed-test/3";

    /** Known by their openings, but not opened any more: the first knows no train rows, the second no digests. */
    private static final Set<String> EARLIER_FORMATS = Set.of("touchstone-sealed-test/1", "touchstone-sealed-test/2");

    static final String CIPHER = "AES/GCM/NoPadding";

    /** Fingerprint and key id become part of a file's name. */
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");

    SealedHeader {
        if (!isEarlier(format)) {
            requireSupported("format", format, FORMAT);
            requireHexadecimal(preparedData);
            requireHexadecimal(digestsNonce);
        }
        requireSupported("cipher", cipher, CIPHER);
        for (String digits : List.of(fingerprint, keyId, keyCheck, seal, nonce)) {
            requireHexadecimal(digits);
        }
        if (rows < 1 || width < 1) {
            throw new IllegalArgumentException("found " + rows + " rows of " + width);
        }
        if ((kind == Task.Kind.MULTI_LABEL) != (labels != null) || (labels != null && labels < 1)) {
            throw new IllegalArgumentException("found " + labels + " labels of " + kind);
        }
    }

    /** How the rows' targets are kept. */
    TargetLayout targets() {
        return new TargetLayout(
                Objects.requireNonNullElse(kind, Task.Kind.CLASSIFICATION), Objects.requireNonNullElse(labels, 1));
    }

    /** Whether this is of a format that can be shown and not opened. */
    boolean isEarlier() {
        return isEarlier(format);
    }

    /** @throws UserError when the file that this is of does not belong to these train and validation rows */
    void requireSealedWith(Path file, String trained) {
        if (isEarlier()) {
            throw new UserError(file
                    + ": was sealed by an earlier version of Touchstone; sweep the spec under another name to have a"
                    + " test split again");
        }
        if (!trained.equals(preparedData)) {
            throw new UserError(file + ": is the test split of another study; bring back this study's own file");
        }
    }

    private static boolean isEarlier(String format) {
        return EARLIER_FORMATS.contains(format);
    }

    private static void requireHexadecimal(@Nullable String digits) {
        if (digits == null || !HEXADECIMAL.matcher(digits).matches()) {
            throw new IllegalArgumentException("found '" + digits + "', expected hexadecimal digits");
        }
    }

    private static void requireSupported(String field, String found, String expected) {
        if (!expected.equals(found)) {
            throw new IllegalArgumentException(field + ": found '" + found + "', expected '" + expected + "'");
        }
    }
}

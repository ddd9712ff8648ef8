package dev.touchstone.data.vault;

import dev.touchstone.base.Json;
import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.base.WholeFile;
import dev.touchstone.data.RowDigests;
import dev.touchstone.data.vault.LedgerEntry.Intent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The test rows that were opened on this installation, so that they are known again in a changed copy of their data:
 * one file a data set, eight bytes a row. A row is remembered by a digest under a salt that is drawn once and is readable
 * by its owner only, so that nobody else can try rows.
 */
final class SeenRows {
    private static final String SALT_FILE = "salt";
    private static final String ENDING = ".json";
    private static final String MAC = "HmacSHA256";
    private static final int SALT_BYTES = 32;
    private static final int CHECK_DIGITS = 16;

    private final Path folder;
    private final byte[] salt;
    private final Map<String, DataSet> seen;

    private SeenRows(Path folder, byte[] salt, Map<String, DataSet> seen) {
        this.folder = folder;
        this.salt = salt;
        this.seen = seen;
    }

    /** @param splits those that were opened, of one data set */
    private record DataSet(String salt, List<Split> splits) {}

    /** @param rows digests in base64, eight bytes each */
    private record Split(String id, List<Look> looks, String rows) {
        Set<Long> digests() {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(rows));
            Set<Long> digests = new HashSet<>();
            while (bytes.remaining() >= Long.BYTES) {
                digests.add(bytes.getLong());
            }
            return digests;
        }
    }

    private record Look(
            String hash,
            String time,
            String study,
            @Nullable Integer trial,
            @Nullable Integer ensemble,
            String user) {}

    /**
     * Reads what is remembered.
     *
     * @throws UserError when the salt is missing, or is not the one that rows are remembered under
     */
    static SeenRows in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, DataSet> seen = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                String fingerprint = file.getFileName().toString().replace(ENDING, "");
                seen.put(fingerprint, Json.read(Files.readString(file), DataSet.class));
            }
        }
        SeenRows rows = new SeenRows(folder, salt(folder.resolve(SALT_FILE), seen.isEmpty()), seen);
        if (seen.values().stream().anyMatch(data -> !data.salt().equals(rows.saltCheck()))) {
            throw unrecognisable();
        }
        return rows;
    }

    private static byte[] salt(Path file, boolean mayBeMade) throws IOException {
        if (Files.exists(file)) {
            return Base64.getDecoder().decode(Files.readString(file));
        } else if (!mayBeMade) {
            throw unrecognisable();
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        WholeFile.writeSecret(file, Base64.getEncoder().encodeToString(salt));
        return salt;
    }

    /** Tells salts apart and gives nothing of them away, as they are drawn from 2^256. */
    String saltCheck() {
        return new Sha256().add("touchstone salt check 1").add(salt).hex().substring(0, CHECK_DIGITS);
    }

    /** Accepts only that the rows are remembered which a data set's head says are. */
    void requireKnown(String fingerprint, KeptHead head) {
        if (head.salt() != null
                && !(seen.containsKey(fingerprint) && head.salt().equals(saltCheck()))) {
            throw unrecognisable();
        }
    }

    /** The openings of other data sets that saw rows of this split. */
    List<RelatedOpening> related(SealedHeader header, byte[] digests) {
        long[] rows = salted(digests);
        List<RelatedOpening> related = new ArrayList<>();
        seen.forEach((fingerprint, data) -> {
            if (!fingerprint.equals(header.fingerprint())) {
                data.splits().forEach(split -> related.addAll(related(split, rows)));
            }
        });
        related.sort(Comparator.comparing(RelatedOpening::time));
        return related;
    }

    private static List<RelatedOpening> related(Split split, long[] rows) {
        Set<Long> digests = split.digests();
        int common = (int) LongStream.of(rows).filter(digests::contains).count();
        return common == 0
                ? List.of()
                : split.looks().stream()
                        .map(look -> new RelatedOpening(
                                look.hash(),
                                look.time(),
                                look.study(),
                                look.trial(),
                                look.ensemble(),
                                look.user(),
                                common))
                        .toList();
    }

    /** Remembers that an opening saw the rows. */
    void add(SealedHeader header, byte[] digests, String hash, Intent intent) throws IOException {
        DataSet before = seen.getOrDefault(header.fingerprint(), new DataSet(saltCheck(), List.of()));
        List<Split> splits = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (Split split : before.splits()) {
            if (split.id().equals(header.keyId())) {
                looks.addAll(split.looks());
            } else {
                splits.add(split);
            }
        }
        looks.add(new Look(hash, intent.time(), intent.study(), intent.trial(), intent.ensemble(), intent.user()));
        splits.add(new Split(header.keyId(), looks, base64(salted(digests))));
        DataSet now = new DataSet(saltCheck(), splits);
        WholeFile.writeSecret(folder.resolve(header.fingerprint() + ENDING), Json.write(now));
        seen.put(header.fingerprint(), now);
    }

    private long[] salted(byte[] digests) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(salt, MAC));
            long[] salted = new long[digests.length / RowDigests.BYTES];
            for (int row = 0; row < salted.length; row++) {
                mac.update(digests, row * RowDigests.BYTES, RowDigests.BYTES);
                salted[row] = ByteBuffer.wrap(mac.doFinal()).getLong();
            }
            return salted;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static String base64(long[] rows) {
        ByteBuffer bytes = ByteBuffer.allocate(rows.length * Long.BYTES);
        Arrays.stream(rows).forEach(bytes::putLong);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static UserError unrecognisable() {
        return new UserError(
                "test rows that were opened before cannot be recognised any more: the salt of their digests, or"
                        + " the digests, are missing from your configuration folder or were changed; bring them back");
    }
}

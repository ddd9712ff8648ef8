package dev.touchstone.data.vault;

import dev.touchstone.base.Json;
import dev.touchstone.base.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys in the user's configuration folder, readable by the owner only: one file a data set, with the keys of its splits
 * and the head of its record. The rows that were opened are beside them.
 */
final class KeyFolder implements VaultKeys {
    private static final int KEY_BYTES = 32;

    private static final String ENDING = ".json";

    private final Path vault;
    private final Path folder;
    private final FileMutex mutex;
    private final FileMutex openings;

    KeyFolder(Path configuration) {
        this(configuration.resolve("vault"), "");
    }

    private KeyFolder(Path vault, String name) {
        this.vault = vault;
        folder = vault.resolve(name);
        mutex = new FileMutex(folder.resolve(".lock"));
        openings = new FileMutex(vault.resolve(".openings.lock"));
    }

    /** For heads that belong to a key which is not kept here. */
    static KeyFolder besideKey(Path configuration, String keyCheck) {
        return new KeyFolder(configuration.resolve("vault"), keyCheck);
    }

    /** @param keys in base64, by key id */
    private record Ring(Map<String, String> keys, KeptHead head) {
        Ring with(String keyId, byte[] key) {
            Map<String, String> more = new HashMap<>(keys);
            more.put(keyId, Base64.getEncoder().encodeToString(key));
            return new Ring(more, head);
        }

        Optional<SecretKey> key(String keyId) {
            return Optional.ofNullable(keys.get(keyId))
                    .map(key -> new SecretKeySpec(Base64.getDecoder().decode(key), "AES"));
        }

        @Override
        public String toString() {
            return keys.size() + " keys";
        }
    }

    @Override
    public SecretKey findOrMake(String fingerprint, String keyId) {
        return changing(() -> {
            Ring ring = read(fingerprint).orElse(new Ring(Map.of(), KeptHead.NONE));
            Optional<SecretKey> found = ring.key(keyId);
            if (found.isPresent()) {
                return found.get();
            }
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            write(fingerprint, ring.with(keyId, key));
            return new SecretKeySpec(key, "AES");
        });
    }

    @Override
    public Optional<SecretKey> find(String fingerprint, String keyId) {
        return discreetly(() -> read(fingerprint)).flatMap(ring -> ring.key(keyId));
    }

    @Override
    public Optional<KeptHead> head(String fingerprint) {
        return discreetly(() -> read(fingerprint)).map(Ring::head);
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        try {
            Files.createDirectories(vault, ownerOnly());
            return openings.holding(action::get);
        } catch (IOException e) {
            throw undisclosed(e);
        }
    }

    @Override
    public void keepHead(String fingerprint, KeptHead head) {
        changing(() -> {
            Ring ring = read(fingerprint).orElse(new Ring(Map.of(), KeptHead.NONE));
            write(fingerprint, new Ring(ring.keys(), head));
            return head;
        });
    }

    @Override
    public SeenRows seenRows() {
        return changing(() -> {
            SeenRows seen = SeenRows.in(vault.resolve("seen"));
            for (String fingerprint : fingerprints()) {
                read(fingerprint).ifPresent(ring -> seen.requireKnown(fingerprint, ring.head()));
            }
            return seen;
        });
    }

    private List<String> fingerprints() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
        }
    }

    private Optional<Ring> read(String fingerprint) throws IOException {
        Path file = file(fingerprint);
        return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), Ring.class)) : Optional.empty();
    }

    private void write(String fingerprint, Ring ring) throws IOException {
        WholeFile.writeSecret(file(fingerprint), Json.write(ring));
    }

    private Path file(String fingerprint) {
        return folder.resolve(fingerprint + ENDING);
    }

    private <T> T changing(FileMutex.Action<T> action) {
        return discreetly(() -> {
            Files.createDirectories(folder, ownerOnly());
            return mutex.holding(action);
        });
    }

    private static <T> T discreetly(FileMutex.Action<T> action) {
        try {
            return action.run();
        } catch (IOException | IllegalArgumentException e) {
            throw undisclosed(e);
        }
    }

    /** Without its cause, which would name the key's place or quote its file. */
    private static UncheckedIOException undisclosed(Exception cause) {
        return new UncheckedIOException(
                new IOException("the keys in the configuration folder cannot be read or written ("
                        + cause.getClass().getSimpleName() + ")"));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}

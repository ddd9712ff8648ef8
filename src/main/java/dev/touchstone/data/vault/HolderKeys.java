package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Opens what was sealed for the holder of a private key; what is remembered is where the user's own keys are. */
final class HolderKeys implements VaultKeys {
    private static final String OPTION = "--key";

    private final Path file;
    private final RSAPrivateCrtKey key;
    private final VaultKeys own;

    private HolderKeys(Path file, RSAPrivateCrtKey key, VaultKeys own) {
        this.file = file;
        this.key = key;
        this.own = own;
    }

    /** @throws UserError when the file is anything else than a private RSA key in PKCS#8, not encrypted */
    static HolderKeys read(Path file, VaultKeys own) {
        Pem pem = Pem.read(OPTION, file);
        switch (pem.label()) {
            case "PRIVATE KEY" -> {}
            case "ENCRYPTED PRIVATE KEY" ->
                throw refused(
                        file,
                        "found an encrypted key; decrypt it first with openssl pkcs8 -in FILE -out PRIVATE.pem, and"
                                + " delete that afterwards");
            case "RSA PRIVATE KEY" ->
                throw refused(
                        file,
                        "found a key in PKCS#1, expected PKCS#8; convert it with openssl pkcs8 -topk8 -nocrypt -in FILE"
                                + " -out PRIVATE.pem");
            default -> throw refused(file, "found a " + pem.label() + ", expected a PRIVATE KEY");
        }
        try {
            return new HolderKeys(
                    file,
                    (RSAPrivateCrtKey)
                            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pem.content())),
                    own);
        } catch (GeneralSecurityException | ClassCastException e) {
            // Without its cause, which may say what is in the file.
            throw refused(file, "not a private RSA key");
        }
    }

    @Override
    public SecretKey findOrMake(String fingerprint, String keyId) {
        return own.findOrMake(fingerprint, keyId);
    }

    @Override
    public Optional<SecretKey> find(String fingerprint, String keyId) {
        throw refused(file, "the test split was not sealed for a private key; leave " + OPTION + " out");
    }

    @Override
    public Optional<SecretKey> unwrap(KeyEnvelope envelope) {
        try {
            if (!envelope.holder().equals(holder())) {
                throw refused(file, "the test split was sealed for the holder of another key");
            }
            Cipher cipher = Oaep.cipher(Cipher.UNWRAP_MODE, key);
            byte[] wrapped = Base64.getDecoder().decode(envelope.key());
            return Optional.of((SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused(file, "does not open the sealed test split, whose key was changed since it was sealed");
        }
    }

    private String holder() throws GeneralSecurityException {
        return Oaep.holder(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
    }

    @Override
    public Optional<KeptHead> head(String fingerprint) {
        return own.head(fingerprint);
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return own.exclusively(action);
    }

    @Override
    public void keepHead(String fingerprint, KeptHead head) {
        own.keepHead(fingerprint, head);
    }

    @Override
    public SeenRows seenRows() {
        return own.seenRows();
    }

    private static UserError refused(Path file, String why) {
        return new UserError(OPTION + " " + file + ": " + why);
    }
}

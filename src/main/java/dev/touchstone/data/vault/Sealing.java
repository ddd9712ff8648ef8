package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.Json;
import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.data.Rows;
import dev.touchstone.data.RowsFormat;
import dev.touchstone.data.Task;
import dev.touchstone.data.TestSplit;
import dev.touchstone.data.vault.SealingKeys.SealingKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts and decrypts test rows with AES-256-GCM; the header is authenticated with them. */
final class Sealing {
    private static final int NONCE_BYTES = 12;
    static final int SEAL_BYTES = 8;
    private static final int TAG_BITS = 128;
    private static final int CHECK_DIGITS = 16;

    private Sealing() {}

    static SealedFile seal(TestSplit split, String preparedData, SealingKey sealingKey) {
        SecretKey key = sealingKey.key();
        Task.Kind kind = split.targets().kind();
        SealedHeader header = new SealedHeader(
                SealedHeader.FORMAT,
                SealedHeader.CIPHER,
                split.fingerprint(),
                split.id(),
                keyCheck(key),
                randomHex(SEAL_BYTES),
                split.count(),
                split.width(),
                randomHex(NONCE_BYTES),
                preparedData,
                kind == Task.Kind.CLASSIFICATION ? null : kind,
                kind == Task.Kind.MULTI_LABEL ? split.targets().numbers() : null,
                randomHex(NONCE_BYTES),
                sealingKey.envelope());
        try {
            return new SealedFile(
                    header,
                    SealedFile.Head.NONE,
                    split.encryptedDigestsBy(cipher(Cipher.ENCRYPT_MODE, key, header, digestsNonce(header))),
                    split.encryptedBy(cipher(Cipher.ENCRYPT_MODE, key, header, header.nonce())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + SealedHeader.CIPHER, e);
        }
    }

    /** @throws UserError when rows or header were changed since they were sealed */
    static Rows unseal(SealedFile sealed, SecretKey key) {
        SealedHeader header = sealed.header();
        return RowsFormat.read(
                header.width(),
                header.rows(),
                header.targets(),
                decrypted(sealed.encryptedRows(), header.nonce(), header, key));
    }

    /**
     * The digests of the rows, which tell no row: what may be known before an opening is on record.
     *
     * @throws UserError when digests or header were changed since they were sealed
     */
    static byte[] digests(SealedFile sealed, SecretKey key) {
        SealedHeader header = sealed.header();
        return decrypted(sealed.encryptedDigests(), digestsNonce(header), header, key);
    }

    private static byte[] decrypted(byte[] encrypted, String nonce, SealedHeader header, SecretKey key) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, header, nonce).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new UserError("the sealed test split was changed since it was sealed; it cannot be opened", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + SealedHeader.CIPHER, e);
        }
    }

    private static String digestsNonce(SealedHeader header) {
        return Objects.requireNonNull(header.digestsNonce(), "a file of an earlier format is not opened");
    }

    /** Tells keys apart and gives nothing of them away, as they are drawn from 2^256. */
    static String keyCheck(SecretKey key) {
        return new Sha256()
                .add("touchstone key check 1")
                .add(key.getEncoded())
                .hex()
                .substring(0, CHECK_DIGITS);
    }

    private static Cipher cipher(int mode, SecretKey key, SealedHeader header, String nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(SealedHeader.CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, HexFormat.of().parseHex(nonce)));
        cipher.updateAAD(Json.write(header).getBytes(UTF_8));
        return cipher;
    }

    static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

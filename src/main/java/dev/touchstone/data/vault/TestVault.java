package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import dev.touchstone.data.TestSplit;
import dev.touchstone.data.vault.LedgerEntry.Intent;
import dev.touchstone.data.vault.LedgerEntry.Result;
import dev.touchstone.data.vault.SealingKeys.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/**
 * Keeps one study's test split sealed. The rows can be seen in one way only: through {@link #open}, which puts the look
 * on the ledger before it decrypts a row. Nothing of rows or keys is ever in a message.
 *
 * <p>Disk errors are thrown as {@link UncheckedIOException}.
 */
public final class TestVault {
    private final Path file;
    private final VaultKeys keys;
    private final OpeningRecord record;
    private final Clock clock;

    private record Begun(LedgerLine intent, EarlierLooks earlier) {}

    /**
     * @param file the sealed file, {@code test.sealed} in the study's folder; it need not exist yet
     * @param clock the time that the ledger shows
     */
    public TestVault(Path file, TestLedger ledger, VaultKeys keys, Clock clock) {
        this.file = file.toAbsolutePath();
        this.keys = keys;
        this.record = new OpeningRecord(this.file, ledger, keys);
        this.clock = clock;
    }

    /**
     * Seals the rows. A file that already holds this split under the same key stays as it is, so that sealing again
     * does not forget openings; any other is replaced.
     *
     * @param preparedData SHA-256 of the train and validation rows that the split belongs to, in hexadecimal digits
     */
    public void seal(TestSplit split, String preparedData) {
        SealingKey key = keys.sealingKey(split);
        try {
            if (!Files.exists(file) || !holds(SealedFile.read(file).header(), split, preparedData, key.key())) {
                Sealing.seal(split, preparedData, key).write(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a copy of what was sealed elsewhere. A file that holds the same already stays as it is, so that taking it
     * again does not forget openings; any other is replaced.
     *
     * @param preparedData SHA-256 of the train and validation rows of the study, in hexadecimal digits
     * @throws UserError when there is no sealed file, or it belongs to other rows
     */
    public void adopt(Path shared, String preparedData) {
        try {
            SealedFile given = SealedFile.read(shared);
            given.header().requireSealedWith(shared, preparedData);
            if (!Files.exists(file) || !SealedFile.read(file).header().equals(given.header())) {
                given.copy(Sealing.randomHex(Sealing.SEAL_BYTES)).write(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What may be told without opening: needs no key and changes nothing.
     *
     * @return empty when nothing was sealed
     * @throws UserError when the sealed file is malformed
     */
    public Optional<VaultState> state() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SealedFile sealed = sealed();
        SealedHeader header = sealed.header();
        try {
            List<TestOpening> openings = record.agreed(header.fingerprint()).openings();
            return Optional.of(
                    new VaultState(header.fingerprint(), sealed.digest(), header.rows(), openings, Optional.empty()));
        } catch (UserError e) {
            return Optional.of(new VaultState(
                    header.fingerprint(),
                    sealed.digest(),
                    header.rows(),
                    List.of(),
                    Optional.ofNullable(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Accepts only the test split that was divided from these train and validation rows, so that no trial is scored on
     * rows that it may have been trained on, or that another data set's record counts.
     *
     * @param preparedData as it was sealed with
     * @throws UserError when the sealed file is missing, malformed or another's
     */
    public void requireSealedWith(String preparedData) {
        sealed().header().requireSealedWith(file, preparedData);
    }

    /**
     * Scores a trial or an ensemble on the test rows, the first of its study.
     *
     * <p>In this order: the look is appended to the ledger and synced; the rows are decrypted; the scorer is called; its
     * answer is appended to the ledger. When the process dies in between, the look stays on the ledger without a result.
     *
     * @throws UserError before anything is written, when a trial of this study was scored before; when there is no sealed
     *     file or no key for it; when ledger, sealed file and key folder disagree about earlier openings; without a
     *     figure, when they disagree after the scoring
     */
    public TestScore open(OpeningRequest request, TestScorer scorer) {
        return open(request, scorer, earlier -> earlier.requireNoneBy(request));
    }

    /** Like {@link #open}, and allowed also after others of the study: one more look, one more on the ledger. */
    public TestScore openAgain(OpeningRequest request, TestScorer scorer) {
        return open(request, scorer, earlier -> {});
    }

    private TestScore open(OpeningRequest request, TestScorer scorer, Consumer<EarlierLooks> permission) {
        SealedFile sealed = sealed();
        String fingerprint = sealed.header().fingerprint();
        SecretKey key = key(sealed.header());
        byte[] digests = Sealing.digests(sealed, key);
        Begun begun = record.exclusively(() -> {
            SeenRows seen = keys.seenRows();
            LedgerChain chain = record.agreed(fingerprint);
            EarlierLooks earlier = EarlierLooks.of(chain.openings(), seen.related(sealed.header(), digests));
            permission.accept(earlier);
            Intent intent = intent(request, sealed, chain, earlier);
            return new Begun(record.begin(sealed, intent, seen, digests), earlier);
        });
        TestScore score = scorer.score(Sealing.unseal(sealed, key), begun.earlier());
        return record.exclusively(() -> {
            // Whoever sets the record back while the scorer works gets no figure.
            LedgerChain chain = record.agreed(fingerprint);
            record.finish(sealed, result(begun.intent(), sealed, chain, score), keys.seenRows());
            return score;
        });
    }

    private Intent intent(OpeningRequest request, SealedFile sealed, LedgerChain chain, EarlierLooks earlier) {
        return new Intent(
                now(),
                sealed.header().fingerprint(),
                sealed.seal(),
                chain.heads(),
                request.study(),
                request.examinee().trial(),
                request.examinee().ensemble(),
                request.reason(),
                System.getProperty("user.name"),
                earlier.related().isEmpty() ? null : earlier.related());
    }

    private Result result(LedgerLine intent, SealedFile sealed, LedgerChain chain, TestScore score) {
        return new Result(now(), sealed.header().fingerprint(), sealed.seal(), chain.heads(), intent.hash(), score);
    }

    private SecretKey key(SealedHeader header) {
        KeyEnvelope envelope = header.envelope();
        SecretKey key = envelope == null ? kept(header) : unwrapped(envelope);
        if (!Sealing.keyCheck(key).equals(header.keyCheck())) {
            throw new UserError(file + ": was sealed with another key than the one found");
        }
        return key;
    }

    private SecretKey kept(SealedHeader header) {
        return keys.find(header.fingerprint(), header.keyId())
                .orElseThrow(() -> new UserError(file + ": its key (" + header.keyId()
                        + ") is neither in your configuration folder nor in " + VaultKeys.KEY_VARIABLE));
    }

    private SecretKey unwrapped(KeyEnvelope envelope) {
        return keys.unwrap(envelope)
                .orElseThrow(() -> new UserError(
                        file + ": was sealed for the holder of a private key; add --key PRIVATE.pem, or send the study"
                                + " to the holder"));
    }

    private SealedFile sealed() {
        try {
            return SealedFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static boolean holds(SealedHeader header, TestSplit split, String preparedData, SecretKey key) {
        return header.fingerprint().equals(split.fingerprint())
                && header.keyId().equals(split.id())
                && preparedData.equals(header.preparedData())
                && header.keyCheck().equals(Sealing.keyCheck(key));
    }
}

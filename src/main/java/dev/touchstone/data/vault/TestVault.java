package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import dev.touchstone.data.TestSplit;
import dev.touchstone.data.vault.LedgerEntry.Intent;
import dev.touchstone.data.vault.LedgerEntry.Result;
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

    private record Begun(LedgerLine intent, List<TestOpening> earlier) {}

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
        SecretKey key = keys.findOrMake(split.fingerprint(), split.id());
        try {
            if (!Files.exists(file) || !holds(SealedFile.read(file).header(), split, preparedData, key)) {
                Sealing.seal(split, preparedData, key).write(file);
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
        SealedHeader header = sealed().header();
        try {
            List<TestOpening> openings = record.agreed(header.fingerprint()).openings();
            return Optional.of(new VaultState(header.fingerprint(), header.rows(), openings, Optional.empty()));
        } catch (UserError e) {
            return Optional.of(new VaultState(
                    header.fingerprint(), header.rows(), List.of(), Optional.ofNullable(e.getMessage())));
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
        String sealedWith = sealed().header().preparedData();
        if (sealedWith == null) {
            throw new UserError(
                    file + ": was sealed by an earlier version of Touchstone, and does not say which train and"
                            + " validation rows it belongs to; sweep the spec under another name to have a test split again");
        }
        if (!sealedWith.equals(preparedData)) {
            throw new UserError(file + ": is the test split of another study; bring back this study's own file");
        }
    }

    /**
     * Scores a trial on the test rows, the first of its study.
     *
     * <p>In this order: the look is appended to the ledger and synced; the rows are decrypted; the scorer is called; its
     * answer is appended to the ledger. When the process dies in between, the look stays on the ledger without a result.
     *
     * @throws UserError before anything is written, when a trial of this study was scored before; when there is no sealed
     *     file or no key for it; when ledger, sealed file and key folder disagree about earlier openings; without a
     *     figure, when they disagree after the scoring
     */
    public TestScore open(OpeningRequest request, TestScorer scorer) {
        return open(request, scorer, earlier -> refuseRepeated(request, earlier));
    }

    /** Like {@link #open}, and allowed also after others of the study: one more look, one more on the ledger. */
    public TestScore openAgain(OpeningRequest request, TestScorer scorer) {
        return open(request, scorer, earlier -> {});
    }

    private TestScore open(OpeningRequest request, TestScorer scorer, Consumer<List<TestOpening>> permission) {
        SealedFile sealed = sealed();
        SealedHeader header = sealed.header();
        SecretKey key = key(header);
        Begun begun = record.exclusively(() -> {
            LedgerChain chain = record.agreed(header.fingerprint());
            permission.accept(chain.openings());
            return new Begun(record.append(header, intent(request, header, chain)), chain.openings());
        });
        TestScore score = scorer.score(Sealing.unseal(sealed, key), begun.earlier());
        record.exclusively(() -> {
            // Whoever sets the record back while the scorer works gets no figure.
            LedgerChain chain = record.agreed(header.fingerprint());
            return record.append(header, result(begun.intent(), header, chain, score));
        });
        return score;
    }

    private Intent intent(OpeningRequest request, SealedHeader header, LedgerChain chain) {
        return new Intent(
                now(),
                header.fingerprint(),
                header.seal(),
                chain.heads(),
                request.study(),
                request.trial(),
                request.reason(),
                System.getProperty("user.name"));
    }

    private Result result(LedgerLine intent, SealedHeader header, LedgerChain chain, TestScore score) {
        return new Result(now(), header.fingerprint(), header.seal(), chain.heads(), intent.hash(), score);
    }

    private SecretKey key(SealedHeader header) {
        SecretKey key = keys.find(header.fingerprint(), header.keyId())
                .orElseThrow(() -> new UserError(file + ": its key (" + header.keyId()
                        + ") is neither in your configuration folder nor in " + VaultKeys.KEY_VARIABLE));
        if (!Sealing.keyCheck(key).equals(header.keyCheck())) {
            throw new UserError(file + ": was sealed with another key than the one found");
        }
        return key;
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

    private static void refuseRepeated(OpeningRequest request, List<TestOpening> openings) {
        for (TestOpening opening : openings) {
            if (opening.study().equals(request.study())) {
                throw new UserError("trial " + opening.trial() + " of " + request.study()
                        + " already saw the test split on " + opening.time() + " (" + opening.reason()
                        + "); add --again to open it for trial " + request.trial() + ", too: "
                        + new Looks(openings.size() + 1).cost());
            }
        }
    }
}

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
    private final TestLedger ledger;
    private final VaultKeys keys;
    private final Clock clock;

    /**
     * @param file the sealed file, {@code test.sealed} in the study's folder; it need not exist yet
     * @param clock the time that the ledger shows
     */
    public TestVault(Path file, TestLedger ledger, VaultKeys keys, Clock clock) {
        this.file = file.toAbsolutePath();
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Seals the rows. A file that already holds this split under the same key stays as it is, so that sealing again
     * does not forget openings; any other is replaced.
     */
    public void seal(TestSplit split) {
        SecretKey key = keys.findOrMake(split.fingerprint(), split.id());
        try {
            if (!Files.exists(file) || !holds(SealedFile.read(file).header(), split, key)) {
                Sealing.seal(split, key).write(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What may be told without opening: needs no key and changes nothing.
     *
     * @return empty when nothing was sealed
     * @throws UserError when sealed file or ledger are malformed
     */
    public Optional<VaultState> state() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SealedHeader header = sealed().header();
        return Optional.of(new VaultState(header.fingerprint(), header.rows(), ledger.openings(header.fingerprint())));
    }

    /**
     * Scores a trial on the test rows, for the first time.
     *
     * <p>In this order: the look is appended to the ledger and synced; the rows are decrypted; the scorer is called; its
     * answer is appended to the ledger. When the process dies in between, the look stays on the ledger without a result.
     *
     * @throws UserError before anything is written, when this trial of this study was scored before; when there is no
     *     sealed file or no key for it; when ledger, sealed file and key folder disagree about earlier openings
     */
    public TestScore open(OpeningRequest request, TestScorer scorer) {
        return open(request, scorer, chain -> refuseRepeated(request, chain.openings()));
    }

    /** Like {@link #open}, and allowed also for a trial that was scored before: one more look, one more on the ledger. */
    public TestScore openAgain(OpeningRequest request, TestScorer scorer) {
        return open(request, scorer, chain -> {});
    }

    private TestScore open(OpeningRequest request, TestScorer scorer, Consumer<LedgerChain> permission) {
        SealedFile sealed = sealed();
        SealedHeader header = sealed.header();
        SecretKey key = key(header);
        LedgerLine intent = ledger.exclusively(() -> {
            LedgerChain chain = ledger.chain(header.fingerprint());
            new Witnesses(ledger.file(), file, chain)
                    .requireAgreement(SealedFile.read(file), keys.head(header.fingerprint()));
            permission.accept(chain);
            return record(header, intent(request, header, chain));
        });
        TestScore score = scorer.score(Sealing.unseal(sealed, key));
        ledger.exclusively(() -> record(header, result(intent, header, score)));
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

    private Result result(LedgerLine intent, SealedHeader header, TestScore score) {
        List<String> heads = ledger.chain(header.fingerprint()).heads();
        return new Result(now(), header.fingerprint(), header.seal(), heads, intent.hash(), score);
    }

    /** The order is what {@link Witnesses} counts on. */
    private LedgerLine record(SealedHeader header, LedgerEntry entry) throws IOException {
        LedgerLine line = LedgerLine.of(entry);
        ledger.append(line);
        keys.keepHead(
                header.fingerprint(), new KeptHead(line.hash(), ledger.file().toString()));
        SealedFile now = SealedFile.read(file);
        if (now.header().equals(header)) { // else it was sealed anew meanwhile, and was never opened
            now.withHead(line.hash()).write(file);
        }
        return line;
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

    private static boolean holds(SealedHeader header, TestSplit split, SecretKey key) {
        return header.fingerprint().equals(split.fingerprint())
                && header.keyId().equals(split.id())
                && header.keyCheck().equals(Sealing.keyCheck(key));
    }

    private static void refuseRepeated(OpeningRequest request, List<TestOpening> openings) {
        for (TestOpening opening : openings) {
            if (opening.study().equals(request.study()) && opening.trial() == request.trial()) {
                throw new UserError("trial " + request.trial() + " of " + request.study()
                        + " already saw the test split on " + opening.time() + " (" + opening.reason()
                        + "); add --again to look once more, on the ledger");
            }
        }
    }
}

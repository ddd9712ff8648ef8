package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import dev.touchstone.data.vault.LedgerEntry.Intent;
import dev.touchstone.data.vault.LedgerEntry.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The record of the openings of one sealed file's data set, in its three places: the ledger, the head beside the key,
 * and the head in the sealed file.
 */
final class OpeningRecord {
    private final Path sealedFile;
    private final TestLedger ledger;
    private final VaultKeys keys;

    OpeningRecord(Path sealedFile, TestLedger ledger, VaultKeys keys) {
        this.sealedFile = sealedFile;
        this.ledger = ledger;
        this.keys = keys;
    }

    /** Runs the action while no one else writes the record, be it from another reports folder. */
    <T> T exclusively(FileMutex.Action<T> action) {
        return keys.exclusively(() -> ledger.exclusively(action));
    }

    /**
     * The data set's lines of the ledger, once ledger, key folder and sealed file agree on them.
     *
     * @throws UserError that says which of the three was set back or changed
     */
    LedgerChain agreed(String fingerprint) throws IOException {
        // The ledger is written first and read last, so that a reader who holds no lock misses no line that others
        // know.
        Optional<KeptHead> kept = keys.head(fingerprint);
        SealedFile sealed = SealedFile.read(sealedFile);
        LedgerChain chain = ledger.chain(fingerprint);
        new Witnesses(ledger.file(), sealedFile, chain).requireAgreement(sealed, kept);
        return chain;
    }

    /** Announces an opening; the order is what {@link Witnesses} and whoever recognises rows count on. */
    LedgerLine begin(SealedFile sealed, Intent intent, SeenRows seen, byte[] digests) throws IOException {
        LedgerLine line = LedgerLine.of(intent);
        ledger.append(line);
        seen.add(sealed.header(), digests, line.hash(), intent);
        makeHead(sealed, line, seen);
        return line;
    }

    /** Records what came of an opening. */
    void finish(SealedFile sealed, Result result, SeenRows seen) throws IOException {
        LedgerLine line = LedgerLine.of(result);
        ledger.append(line);
        makeHead(sealed, line, seen);
    }

    private void makeHead(SealedFile sealed, LedgerLine line, SeenRows seen) throws IOException {
        keys.keepHead(
                sealed.header().fingerprint(),
                new KeptHead(line.hash(), ledger.file().toString(), seen.saltCheck()));
        SealedFile now = SealedFile.read(sealedFile);
        if (now.seal().equals(sealed.seal())) { // else it was sealed anew meanwhile, and was never opened
            now.withLedgerHead(line.hash()).write(sealedFile);
        }
    }
}

package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the three that know where the record of a data set stands. An opening writes to the ledger first, then
 * beside the key, then into the sealed file. So whatever moment a process dies in, the ledger knows all that the other
 * two know, what is kept beside the key is no older than the sealed file, and the sealed file misses at most the last
 * of its own lines. Lines of others, as a merge brings them, may be ahead of both. Anything else was set back.
 */
final class Witnesses {
    private final Path ledger;
    private final Path sealedFile;
    private final LedgerChain chain;

    Witnesses(Path ledger, Path sealedFile, LedgerChain chain) {
        this.ledger = ledger;
        this.sealedFile = sealedFile;
        this.chain = chain;
    }

    /**
     * Accepts nothing but what openings and merges leave.
     *
     * @param kept what is kept beside the key; empty when there is no place for it
     * @throws UserError that says which of the three was set back, and what it misses
     */
    void requireAgreement(SealedFile sealed, Optional<KeptHead> kept) {
        kept.ifPresent(this::requireLedgerKnows);
        String sealedHead = sealed.head().ledgerHead();
        if (sealedHead != null && !chain.contains(sealedHead)) {
            throw missing(sealedHead, sealedFile + " knows it");
        }
        requireNewest(sealed, sealedHead);
        if (kept.isPresent() && sealedHead != null) {
            requireKnown(sealedHead, kept.get().hash());
        }
    }

    private void requireLedgerKnows(KeptHead kept) {
        if (kept.hash() != null && !chain.contains(kept.hash())) {
            throw missing(kept.hash(), "your key folder knows it, from " + kept.ledger());
        }
    }

    private void requireNewest(SealedFile sealed, @Nullable String sealedHead) {
        List<String> own = chain.ofSeal(sealed.seal());
        int known = sealedHead == null ? 0 : own.indexOf(sealedHead) + 1;
        if (known < own.size() - 1) {
            throw new UserError(
                    sealedFile + ": was set back: it does not know its last opening, the line with the hash "
                            + own.get(own.size() - 1) + " in " + ledger);
        }
    }

    private void requireKnown(String sealedHead, @Nullable String keptHash) {
        if (keptHash == null || !chain.follows(keptHash, sealedHead)) {
            throw new UserError("your key folder was set back: it does not know the opening with the hash " + sealedHead
                    + ", which " + sealedFile + " and " + ledger + " know");
        }
    }

    private UserError missing(String hash, String witness) {
        return new UserError(ledger + ": the line with the hash " + hash + " is missing (" + witness
                + "); bring back the line, or merge the ledger that has it");
    }
}

package dev.touchstone.data.vault;

import dev.touchstone.data.vault.LedgerEntry.Intent;
import dev.touchstone.data.vault.LedgerEntry.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of one data set in the order of the ledger: a graph in which every line names those it follows. */
final class LedgerChain {
    private final List<LedgerLine> lines;
    private final Map<String, LedgerLine> byHash = new HashMap<>();

    LedgerChain(List<LedgerLine> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> byHash.put(line.hash(), line));
    }

    boolean contains(String hash) {
        return byHash.containsKey(hash);
    }

    /** The lines that no other follows; what is appended next follows them all. */
    List<String> heads() {
        Set<String> followed = new HashSet<>();
        lines.forEach(line -> followed.addAll(line.entry().parents()));
        return lines.stream()
                .map(LedgerLine::hash)
                .filter(hash -> !followed.contains(hash))
                .toList();
    }

    /** Whether the later line is the earlier one or follows it, directly or not. */
    boolean follows(String later, String earlier) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(later));
        while (!open.isEmpty()) {
            String hash = open.pop();
            LedgerLine line = byHash.get(hash);
            if (hash.equals(earlier)) {
                return true;
            }
            if (line != null && seen.add(hash)) {
                open.addAll(line.entry().parents());
            }
        }
        return false;
    }

    /** The lines that the openings of one sealed file left. */
    List<String> ofSeal(String seal) {
        return lines.stream()
                .filter(line -> line.entry().seal().equals(seal))
                .map(LedgerLine::hash)
                .toList();
    }

    List<TestOpening> openings() {
        Map<String, TestScore> scores = new HashMap<>();
        for (LedgerLine line : lines) {
            if (line.entry() instanceof Result result) {
                scores.put(result.intent(), result.score());
            }
        }
        return lines.stream()
                .filter(line -> line.entry() instanceof Intent)
                .map(line -> opening((Intent) line.entry(), Optional.ofNullable(scores.get(line.hash()))))
                .toList();
    }

    private static TestOpening opening(Intent intent, Optional<TestScore> score) {
        return new TestOpening(
                intent.time(),
                intent.study(),
                intent.trial(),
                intent.ensemble(),
                intent.reason(),
                intent.user(),
                score,
                intent.related() == null ? List.of() : intent.related());
    }
}

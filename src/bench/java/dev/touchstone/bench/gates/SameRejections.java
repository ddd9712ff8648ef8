package dev.touchstone.bench.gates;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a sweep of the same assignments with the policies on {@code reject} rejects the same trials. */
record SameRejections(Path folder, PrintWriter out) {
    /** @param advice what gates say of a trial that was trained all the same */
    void print(Path spec, List<TrialRecord> trained, Function<TrialRecord, List<GateResult>> advice, Draw draw)
            throws IOException {
        String name = spec.getFileName().toString();
        String text = Files.readString(spec)
                .replace("study: ", "study: rejecting-")
                .replace(": advise", ": reject")
                .replace("checks: reject", "checks: advise")
                .replace(
                        "../../../search-spaces",
                        Path.of("search-spaces").toAbsolutePath().toString());
        Path rejecting = Files.writeString(folder.resolve("rejecting-" + name), text);
        List<TrialRecord> ended = new GateStudy(folder, rejecting, draw).run().trials();
        Set<Integer> now = numbers(ended, trial -> trial.state() == TrialState.GATED);
        Set<Integer> before = numbers(
                trained.subList(0, ended.size()),
                trial -> advice.apply(trial).stream().anyMatch(result -> result.verdict() == Verdict.REJECT));
        boolean same = now.equals(before);
        out.printf(
                "%s: of the first %d trials, a sweep on reject rejects %d, %s%n",
                name, ended.size(), now.size(), same ? "the same ones" : "OTHERS: " + now + " instead of " + before);
    }

    private static Set<Integer> numbers(List<TrialRecord> trials, Predicate<TrialRecord> which) {
        return trials.stream().filter(which).map(TrialRecord::number).collect(Collectors.toSet());
    }
}

package dev.touchstone.bench.faults;

import dev.touchstone.base.UserError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the benchmark is asked for.
 *
 * @param settles whether of the half that settles rules
 * @param kept whether only to print what is there
 * @param again whether to forget what was said of runs, because rules have changed, and to keep their values
 * @param experiments whether to experiment on what is diagnosed
 * @param rounds programs that each kind of fault is seeded into
 * @param healthy runs of each program
 * @param time after which no run is begun any more
 * @param programs names; all of the half when empty
 * @param kinds names; all when empty
 */
record Wanted(
        boolean settles,
        boolean kept,
        boolean again,
        boolean experiments,
        int rounds,
        int healthy,
        Duration time,
        List<String> programs,
        List<String> kinds) {
    /** Five seeds on each of five samples: 300 of the half that counts. */
    private static final int HEALTHY = 25;

    private static final int ROUNDS = 3;

    /** @throws UserError with a word that means nothing */
    static Wanted of(String... words) {
        List<String> programs = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        boolean settles = false;
        boolean kept = false;
        boolean again = false;
        boolean experiments = false;
        int rounds = ROUNDS;
        int healthy = HEALTHY;
        Duration time = Duration.ofDays(1);
        for (String word : words) {
            Optional<String> value = word.contains("=")
                    ? Optional.of(word.substring(word.indexOf('=') + 1))
                    : Optional.empty();
            switch (word.replaceFirst("=.*", "")) {
                case "tuning" -> settles = true;
                case "counting" -> settles = false;
                case "kept" -> kept = true;
                case "again" -> again = true;
                case "experiments" -> experiments = true;
                case "rounds" -> rounds = Integer.parseInt(value.orElseThrow());
                case "healthy" -> healthy = Integer.parseInt(value.orElseThrow());
                case "minutes" -> time = Duration.ofMinutes(Integer.parseInt(value.orElseThrow()));
                case "programs" -> programs.addAll(List.of(value.orElseThrow().split(",")));
                case "kinds" -> kinds.addAll(List.of(value.orElseThrow().split(",")));
                default -> throw new UserError(word + ": expected tuning, counting, kept, again, experiments, rounds=N,"
                        + " healthy=N, minutes=N, programs=A,B or kinds=A,B");
            }
        }
        programs.forEach(Program::named);
        kinds.forEach(Faults::named);
        return new Wanted(settles, kept, again, experiments, rounds, healthy, time, programs, kinds);
    }

    /** The programs that are asked for. */
    List<Program> chosenPrograms() {
        return Program.where(program -> program.settles() == settles
                && (programs.isEmpty() || programs.contains(program.name())));
    }

    List<FaultKind> chosenKinds() {
        return Faults.ALL.stream()
                .filter(kind -> kinds.isEmpty() || kinds.contains(kind.name()))
                .toList();
    }

    /** Whether nothing is left out of the half that counts. */
    boolean isWhole() {
        return !settles && programs.isEmpty() && kinds.isEmpty() && healthy >= HEALTHY;
    }
}

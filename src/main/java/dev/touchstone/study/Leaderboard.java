package dev.touchstone.study;

import dev.touchstone.store.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Complete trials by their value, best first. A trial that falls behind the leaders whose checkpoints the spec keeps
 * loses its checkpoint, unless it is a member of an ensemble.
 */
final class Leaderboard {
    private record Place(int trial, double value, String checkpoint) {}

    private final OpenStudy study;
    private final List<Place> places = new ArrayList<>();

    Leaderboard(OpenStudy study) {
        this.study = study;
    }

    void add(TrialRecord trial) {
        if (trial.completed() == null) {
            return;
        }
        Double value = trial.completed().values().get(study.metric().specName());
        if (value == null) {
            return;
        }
        places.add(new Place(trial.number(), value, trial.completed().checkpoint()));
        places.sort(order());
        int kept = study.spec().keepCheckpoints();
        if (places.size() > kept) {
            Place behind = places.remove(kept);
            // Two trials may have the same bytes, kept once.
            if (places.stream().noneMatch(place -> place.checkpoint().equals(behind.checkpoint()))
                    && !isInAnEnsemble(behind.checkpoint())) {
                study.artefacts().delete(behind.checkpoint());
            }
        }
    }

    private boolean isInAnEnsemble(String checkpoint) {
        return study.store().ensembles().stream()
                .flatMap(kept -> kept.ensemble().members().stream())
                .anyMatch(member -> member.checkpoint().equals(checkpoint));
    }

    private Comparator<Place> order() {
        Comparator<Place> byValue = (first, second) -> {
            if (study.metric().direction().better(first.value(), second.value())) {
                return -1;
            }
            return study.metric().direction().better(second.value(), first.value()) ? 1 : 0;
        };
        return byValue.thenComparing(Place::trial);
    }

    Optional<Integer> bestTrial() {
        return places.stream().findFirst().map(Place::trial);
    }

    Optional<Double> bestValue() {
        return places.stream().findFirst().map(Place::value);
    }
}

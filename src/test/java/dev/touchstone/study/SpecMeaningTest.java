package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.spec.Overrides;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecMeaningTest {
    private static final String SOUND = fingerprint(SoundSpec.text(), Overrides.NONE);

    private static String fingerprint(String text, Overrides overrides) {
        return meaning(text, overrides).fingerprint();
    }

    private static SpecMeaning meaning(String text, Overrides overrides) {
        return SpecFile.parse(text, SoundSpec.FILE, overrides).spec().meaning();
    }

    private static List<String> differences(String text) {
        return meaning(text, Overrides.NONE).differencesFrom(meaning(SoundSpec.text(), Overrides.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1 | study: 'moons'   # a comment
             3 | '  source: {label: side,    csv: moons.csv}'
            11 | '  learning-rate: {log-uniform: [0.00001, 1.0]}'
            16 | 'objective:\\n  metric: accuracy'
            19 | 'search: {trials: 300, sampler: random}'
            18 | 'training: {epochs: 5, early-stopping: {patience: 2}}\ndiagnosis: {budget: 9%}'
            """)
    void layout_order_of_keys_and_what_changes_no_trial_do_not_count(int line, String replacement) {
        assertThat(fingerprint(SoundSpec.with(line, replacement.replace("\\n", "\n")), Overrides.NONE))
                .isEqualTo(SOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             4 | '  split: {train: 0.6, validation: 0.2, test: 0.2, seed: 2}'
            12 | '  width: {integer: [4, 65], log: true}'
            19 | 'search: {sampler: random, trials: 3, seed: 2}'
            """)
    void meaning_counts(int line, String replacement) {
        assertThat(fingerprint(SoundSpec.with(line, replacement), Overrides.NONE))
                .isNotEqualTo(SOUND);
    }

    @Test
    void what_the_command_line_sets_counts_but_for_the_trials() {
        assertThat(fingerprint(SoundSpec.text(), new Overrides(Map.of(), 9, null)))
                .isEqualTo(SOUND);
        assertThat(fingerprint(SoundSpec.text(), new Overrides(Map.of(), null, 9L)))
                .isNotEqualTo(SOUND)
                .isEqualTo(fingerprint(SoundSpec.with(19, "search: {sampler: random, seed: 9}"), Overrides.NONE));
        assertThat(fingerprint(SoundSpec.text(), new Overrides(Map.of("width", "8"), null, null)))
                .isNotEqualTo(SOUND);
    }

    /** It is kept with every study, so a version that digests otherwise would not know them again. */
    @Test
    void fingerprint_is_what_it_always_was() {
        assertThat(SOUND).isEqualTo("7baf34c9873d6a2912abe005c4b05737333b2233535ae0b7c515049c5d7807ad");
        assertThat(fingerprint(SoundSpec.text(), new Overrides(Map.of("width", "8"), 9, 9L)))
                .isEqualTo("f172b16ec8ff7da598b4d0f0591d036c36a48fe61af887e24d40d8798750eca3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
             3 | "  source: {csv: moons.csv, label: edge}" | "data.source.label: was 'side', is 'edge'"
             7 | "    - dense: {units: 9, activation: relu}\n    - dense: {units: $width, activation: relu}" \
               | "model.layers[0].dense.units: was '$width', is 9"
            11 | "  learning-rate: {log-uniform: [1e-5, 0.5]}" \
               | "space.learning-rate.log-uniform: was [1.0E-5,1.0], is [1.0E-5,0.5]"
            14 | "  optimiser: nesterovs" | "space.optimiser: was not there, is 'nesterovs'"
            14 | "  optimiser: nesterovs" \
               | "space.optimiser.choice: was [""sgd"",""nesterovs"",""adam""], is gone"
            17 | "gates: {}" | "gates: was not there, is {}"
            18 | "training: {epochs: 6, early-stopping: {patience: 2}}" | "training.epochs: was 5, is 6"
            18 | "training: {epochs: 5, early-stopping: off}" | "training.early-stopping: was not there, is 'off'"
            19 | "search: {sampler: random, seed: 4}" | "search.seed: was not there, is 4"
            19 | "keep-checkpoints: 3" | "search.sampler: was 'random', is gone"
            """)
    void difference_is_told_at_its_place(int line, String replacement, String difference) {
        assertThat(differences(SoundSpec.with(line, replacement))).contains(difference);
    }

    @Test
    void what_means_the_same_differs_in_nothing() {
        assertThat(differences(SoundSpec.with(19, "search: {trials: 300, sampler: random}")))
                .isEmpty();
        SpecMeaning none = meaning(SoundSpec.with(19, ""), Overrides.NONE);
        assertThat(none.differencesFrom(meaning(SoundSpec.with(19, "search: {trials: 9}"), Overrides.NONE)))
                .isEmpty();
        assertThat(meaning(SoundSpec.with(19, "search: {seed: 9}"), Overrides.NONE)
                        .differencesFrom(none))
                .containsExactly("search.seed: was not there, is 9");
    }

    @Test
    void flag_is_told_by_its_name() {
        SpecMeaning plain = meaning(SoundSpec.text(), Overrides.NONE);
        SpecMeaning set = meaning(SoundSpec.text(), new Overrides(Map.of("width", "8"), 7, 9L));

        assertThat(set.differencesFrom(plain))
                .containsExactly("--set width: was not there, is 8", "search.seed: was not there, is 9");
        assertThat(plain.differencesFrom(set))
                .containsExactly("--set width: was 8, is gone", "search.seed: was 9, is gone");
    }
}

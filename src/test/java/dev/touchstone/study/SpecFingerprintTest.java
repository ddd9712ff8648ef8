package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.spec.Overrides;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecFingerprintTest {
    private static final String SOUND = fingerprint(SoundSpec.text(), Overrides.NONE);

    private static String fingerprint(String text, Overrides overrides) {
        return SpecFile.parse(text, SoundSpec.FILE, overrides).spec().fingerprint();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1 | study: 'moons'   # a comment
             3 | '  source: {label: side,    csv: moons.csv}'
            11 | '  learning-rate: {log-uniform: [0.00001, 1.0]}'
            16 | 'objective:\\n  metric: accuracy'
            19 | 'search: {trials: 300, sampler: random}'
            """)
    void layout_order_of_keys_and_number_of_trials_do_not_count(int line, String replacement) {
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
}

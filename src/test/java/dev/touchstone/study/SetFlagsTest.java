package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Json;
import dev.touchstone.base.UserError;
import dev.touchstone.spec.Overrides;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line sets on top of a spec. */
class SetFlagsTest {
    private static ReadSpec with(Map<String, String> set) {
        return SpecFile.parse(SoundSpec.text(), SoundSpec.FILE, new Overrides(set, null, null));
    }

    @ParameterizedTest
    @CsvSource({"learning-rate, 1e-3", "learning-rate, 1", "width, 16", "dropout, 0", "optimiser, adam"})
    void value_in_the_space_is_fixed_without_a_warning(String name, String text) {
        ReadSpec read = with(Map.of(name, text));

        assertThat(read.warnings()).isEmpty();
        assertThat(read.spec().space().numParameters()).isEqualTo(4);
    }

    @Test
    void values_are_of_the_kind_that_their_parameter_has() {
        ReadSpec read = with(Map.of("learning-rate", "1", "width", "16", "optimiser", "nesterovs", "momentum", ".9"));

        assertThat(read.spec().space().centre().values())
                .containsEntry("learning-rate", 1.0)
                .containsEntry("width", 16)
                .containsEntry("optimiser", "nesterovs")
                .containsEntry("momentum", 0.9);
    }

    @Test
    void value_outside_the_space_is_used_and_told() {
        ReadSpec read = with(Map.of("learning-rate", "50"));

        assertThat(read.spec().space().centre().value("learning-rate")).isEqualTo(50.0);
        assertThat(read.warnings())
                .containsExactly("--set learning-rate=50: outside the search space, which has real numbers from"
                        + " 1.0E-5 to 1.0; used all the same");
    }

    @Test
    void known_hyperparameter_that_the_space_lacks_is_added_and_told() {
        ReadSpec read = with(Map.of("batch-size", "8"));

        assertThat(read.spec().space().centre().value("batch-size")).isEqualTo(8);
        assertThat(read.warnings())
                .containsExactly("--set batch-size=8: the search space has no batch-size; it is fixed at this value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batch-size    | 0    | expected a whole number from 1, found '0'
            batch-size    | 8.5  | expected a whole number from 1, found '8.5'
            learning-rate | -1   | expected a number above 0, found '-1'
            learning-rate | NaN  | expected a number above 0, found 'NaN'
            learning-rate | 1e999| expected a number above 0, found '1e999'
            learning-rate | 5d   | expected a number above 0, found '5d'
            momentum      | 1    | expected a number from 0 up to below 1, found '1'
            dropout       | 1    | expected a number from 0 up to below 1, found '1'
            width         | 1e3  | expected a whole number from 1, found '1e3'
            optimiser     | foo  | expected one of sgd, nesterovs, adam, amsgrad, nadam, adamax, adabelief, adagrad, adadelta, rmsprop, found 'foo'
            optimiser     | Adam | expected one of sgd, nesterovs, adam, amsgrad, nadam, adamax, adabelief, adagrad, adadelta, rmsprop, found 'Adam'; did you mean 'adam'?
            widht         | 3    | there is no hyperparameter 'widht'; known: batch-size, beta1, beta2, dropout, epsilon, learning-rate, momentum, optimiser, rho, weight-decay, width; did you mean 'width'?
            """)
    void impossible_value_is_refused_in_one_line_that_names_the_flag(String name, String text, String message) {
        assertThatThrownBy(() -> with(Map.of(name, text)))
                .isInstanceOf(UserError.class)
                .hasMessage("--set " + name + "=" + text + ": " + message);
    }

    @Test
    void problems_of_flags_come_after_those_of_the_file() {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("width", "0");
        set.put("dropout", "2");

        assertThatThrownBy(() -> SpecFile.parse(
                        SoundSpec.with(19, "search: {trials: 0}"), SoundSpec.FILE, new Overrides(set, -1, null)))
                .hasMessageMatching("(?s)moons.yaml:19: .*\n--trials -1: expected a whole number from 1\n"
                        + "--set width=0: .*\n--set dropout=2: .*");
    }

    @Test
    void trials_and_seed_replace_those_of_the_file() {
        ReadSpec read = SpecFile.parse(SoundSpec.text(), SoundSpec.FILE, new Overrides(Map.of(), 7, 42L));

        assertThat(read.spec().search()).isEqualTo(new SearchSpec("random", 7, 42));
    }

    @Test
    void overrides_survive_being_kept_as_json() {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("width", "8");
        set.put("dropout", "0.1");
        Overrides overrides = new Overrides(set, 7, null);

        Overrides kept = Json.read(Json.write(overrides), Overrides.class);

        assertThat(kept).isEqualTo(overrides);
        assertThat(kept.set().keySet()).containsExactly("width", "dropout");
    }
}

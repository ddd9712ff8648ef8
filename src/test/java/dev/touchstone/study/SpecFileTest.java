package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.data.Normalisation;
import dev.touchstone.data.Source;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Policy;
import dev.touchstone.metric.Metric;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.Setting;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.Parameter;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecException;
import dev.touchstone.training.Budget;
import dev.touchstone.training.Cut;
import dev.touchstone.training.EarlyStoppingSpec;
import dev.touchstone.training.MinimumImprovement;
import dev.touchstone.training.Patience;
import dev.touchstone.training.ScheduleSpec;
import dev.touchstone.training.TrainingSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecFileTest {
    private static StudySpec parse(String text) {
        return SpecFile.parse(text, SoundSpec.FILE, Overrides.NONE).spec();
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "breast-cancer", "fashion"})
    void real_spec_reads_without_a_warning(String name) {
        ReadSpec read = SpecFile.read(Path.of("search-spaces", name + ".yaml"), Overrides.NONE);

        assertThat(read.spec().study()).isEqualTo(name);
        assertThat(read.warnings()).isEmpty();
        assertThat(read.text()).contains("study: " + name);
    }

    @Test
    void digits_spec_means_what_it_says() {
        StudySpec spec = SpecFile.read(Path.of("search-spaces/digits.yaml"), Overrides.NONE)
                .spec();

        Path file = Path.of("search-spaces/data/digits.csv").toAbsolutePath();
        assertThat(spec.data().source()).isEqualTo(new Source.Csv(file, "digit"));
        assertThat(spec.data().shape()).containsExactly(1, 8, 8);
        assertThat(spec.data().split()).isEqualTo(new SplitSpec(0.7, 0.15, 0.15, true, 7));
        assertThat(spec.data().normalise()).isEqualTo(Normalisation.STANDARDISE);
        assertThat(((ModelSpec) spec.model()).layers())
                .containsExactly(
                        new LayerSpec.Dense(new Setting.Reference("width"), new Setting.Fixed("relu")),
                        new LayerSpec.Dropout(new Setting.Reference("dropout")),
                        new LayerSpec.Output(
                                new Setting.Fixed("cross-entropy"),
                                ActivationFunction.SOFTMAX,
                                new Setting.Fixed(2),
                                new Setting.Fixed(1),
                                null,
                                false));
        assertThat(spec.space().parameters())
                .extracting(Parameter::name)
                .containsExactly(
                        "learning-rate", "batch-size", "weight-decay", "dropout", "width", "optimiser", "momentum");
        assertThat(spec.objective()).isEqualTo(new ObjectiveSpec(Metric.ACCURACY));
        assertThat(spec.search()).isEqualTo(new SearchSpec("random", 24, 1));
    }

    @Test
    void shortest_spec_takes_every_default() {
        StudySpec spec = parse("""
                data: {source: {csv: a.csv, label: y}}
                model: {layers: [output: {}]}
                space: {learning-rate: {uniform: [0.1, 1]}}
                """);

        assertThat(spec.study()).isEqualTo("moons");
        assertThat(spec.data().split()).isEqualTo(SplitSpec.DEFAULT);
        assertThat(spec.data().normalise()).isEqualTo(Normalisation.STANDARDISE);
        assertThat(spec.objective().stated()).isNull();
        assertThat(spec.gates()).isEqualTo(GateSpec.DEFAULT);
        assertThat(spec.training()).isEqualTo(TrainingSpec.DEFAULT);
        assertThat(spec.search()).isEqualTo(SearchSpec.DEFAULT);
        assertThat(spec.keepCheckpoints()).isEqualTo(StudySpec.DEFAULT_KEEP_CHECKPOINTS);
    }

    @Test
    void bare_off_turns_a_gate_off() {
        assertThat(parse(SoundSpec.with(17, "gates: {build: off, learning-rate-range: advise}"))
                        .gates())
                .isEqualTo(new GateSpec(Policy.OFF, Policy.REJECT, Policy.REJECT, Policy.ADVISE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "false", "'off'"})
    void early_stopping_can_be_turned_off(String word) {
        assertThat(parse(SoundSpec.with(18, "training: {schedule: constant, early-stopping: " + word + "}"))
                        .training())
                .isEqualTo(new TrainingSpec(30, null, ScheduleSpec.CONSTANT));
    }

    @Test
    void early_stopping_is_read() {
        assertThat(parse(SoundSpec.with(18, "training: {early-stopping: {patience: 3, minimum-improvement: 1e-3}}"))
                        .training()
                        .earlyStopping())
                .isEqualTo(new EarlyStoppingSpec(3, 0.001));
        assertThat(parse(SoundSpec.with(
                                18,
                                "training: {early-stopping: {patience: auto, minimum-improvement: auto,"
                                        + " metric: cross-entropy}}"))
                        .training()
                        .earlyStopping())
                .isEqualTo(new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.AUTO, Metric.CROSS_ENTROPY));
    }

    @Test
    void budget_is_thirty_epochs_unless_something_else_is_planned() {
        assertThat(budget("seconds: 1.5")).isEqualTo(new Budget(30, null, new Cut.Time(1.5)));
        assertThat(budget("iterations: 5e2")).isEqualTo(new Budget(null, 500, Cut.NONE));
        assertThat(budget("iterations: 500, epochs: 3, seconds: 60")).isEqualTo(new Budget(3, 500, new Cut.Time(60)));
    }

    private static Budget budget(String training) {
        return parse(SoundSpec.with(18, "training: {" + training + "}"))
                .training()
                .budget();
    }

    @ParameterizedTest
    @CsvSource({"1e-5, 1e-5", "1.0e-5, 1e-5", "1E5, 100000.0", ".5, 0.5", "5., 5.0", "+2.5, 2.5"})
    void number_is_read_however_it_is_written(String written, double meant) {
        StudySpec spec = parse(SoundSpec.with(11, "  learning-rate: " + written));

        assertThat(spec.space().centre().value("learning-rate")).isEqualTo(meant);
    }

    @Test
    void aliases_stand_for_what_they_name() {
        StudySpec spec = parse(SoundSpec.with(14, "  optimiser: {choice: &all [sgd, nesterovs, adam]}")
                .replace("when: {optimiser: nesterovs}", "when: {optimiser: *all}"));

        assertThat(spec.space().centre().has("momentum")).isTrue();
    }

    @Test
    void data_files_may_be_gone_when_the_kept_text_is_read_again() {
        String text = SoundSpec.text();

        assertThatThrownBy(() -> SpecFile.read(Path.of("src/test/resources/spec/sound.yaml"), Overrides.NONE))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("there is no file 'moons.csv'");
        assertThat(parse(text).study()).isEqualTo("moons");
    }

    @Test
    void study_is_named_after_its_file_only_if_that_is_a_good_name() {
        String unnamed = SoundSpec.with(1, "# no name");

        assertThatThrownBy(() -> SpecFile.parse(unnamed, Path.of("my moons.yaml"), Overrides.NONE))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("found 'my moons'");
    }

    @Test
    void line_break_in_a_value_cannot_make_a_second_line_of_message() {
        assertThatThrownBy(() -> parse(SoundSpec.with(1, "study: \"a\\nmoons.yaml:1: b\\e[31m\"")))
                .hasMessageEndingWith("found 'a?moons.yaml:1: b?[31m'");
    }
}

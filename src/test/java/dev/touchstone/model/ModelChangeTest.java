package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that differ from a given one in one respect. */
class ModelChangeTest {
    private static final Task CLASSES = Tasks.classes(3);
    private static final Assignment ASSIGNMENT = new Assignment(Map.of("width", 8));

    private static LayerEntry entry(LayerSpec layer, boolean frozen) {
        return new LayerEntry(layer, "model.layers", new Setting.Fixed("zero"), frozen);
    }

    private static LayerSpec.Dense dense(String activation) {
        return new LayerSpec.Dense(new Setting.Reference("width"), new Setting.Fixed(activation));
    }

    private static ModelSpec model(LayerSpec hidden, LossFunction loss) {
        return new ModelSpec(
                List.of(
                        entry(new LayerSpec.Repeat(new Setting.Fixed(2), List.of(entry(hidden, true))), false),
                        LayerEntry.of(1, new LayerSpec.Output(loss))),
                null,
                Corners.NONE,
                RegularisationSpec.NONE);
    }

    private static ModelSpec changed(ModelChange change, ModelSpec model) {
        return (ModelSpec) change.of(model, CLASSES, ASSIGNMENT).orElseThrow();
    }

    private static LayerEntry inner(ModelSpec model) {
        return ((LayerSpec.Repeat) model.layers().get(0)).layers().get(0);
    }

    @Test
    void eachChange_changesItsRespectInLayersWithinLayersToo() {
        ModelSpec model = model(dense("sigmoid"), LossFunction.FOCAL);

        assertThat(inner(changed(ModelChange.UNFROZEN, model)).frozen()).isFalse();
        assertThat(inner(changed(ModelChange.USUAL_INITIALISATION, model)).initialisation())
                .isNull();
        assertThat(inner(changed(ModelChange.WIDER, model)).layer())
                .isInstanceOfSatisfying(
                        LayerSpec.Dense.class,
                        wide -> assertThat(wide.units().in(ASSIGNMENT)).isEqualTo(32));
        assertThat(inner(changed(ModelChange.RECTIFIED, model)).layer())
                .isInstanceOfSatisfying(
                        LayerSpec.Dense.class,
                        relu -> assertThat(relu.activation().in(ASSIGNMENT)).isEqualTo("relu"));
        assertThat(changed(ModelChange.USUAL_OUTPUT, model)
                        .output()
                        .orElseThrow()
                        .loss(CLASSES, ASSIGNMENT))
                .isEqualTo(LossFunction.CROSS_ENTROPY);
    }

    @Test
    void networkThatIsSoAlready_isNotChanged() {
        ModelSpec model = new ModelSpec(List.of(dense("relu"), new LayerSpec.Output(LossFunction.CROSS_ENTROPY)));

        assertThat(ModelChange.UNFROZEN.of(model, CLASSES, ASSIGNMENT)).isEmpty();
        assertThat(ModelChange.USUAL_INITIALISATION.of(model, CLASSES, ASSIGNMENT))
                .isEmpty();
        assertThat(ModelChange.USUAL_OUTPUT.of(model, CLASSES, ASSIGNMENT)).isEmpty();
        assertThat(ModelChange.RECTIFIED.of(model, CLASSES, ASSIGNMENT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void changeOfAChange_changesNothingMore(ModelChange change) {
        ModelSpec once = changed(change, model(dense("sigmoid"), LossFunction.FOCAL));

        assertThat(change == ModelChange.WIDER
                        || change.of(once, CLASSES, ASSIGNMENT).isEmpty())
                .isTrue();
    }
}

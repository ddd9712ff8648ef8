package dev.touchstone.model.layer;

import java.util.List;

/** Layers one after another. */
public record LayerSequence(List<PlacedLayer> layers) {
    public LayerSequence {
        layers = List.copyOf(layers);
    }

    /**
     * What they make of a row's shape.
     *
     * @throws Misfit with the place of the layer that cannot take what it gets
     */
    public RowShape output(RowShape input) {
        RowShape shape = input;
        for (PlacedLayer placed : layers) {
            shape = placed.output(shape);
        }
        return shape;
    }

    /** How rows come to the first layer: as one vector when that is what it takes, else as they are. */
    public RowShape input(List<Integer> row) {
        RowShape shape = RowShape.of(row);
        return isFlattening() ? new RowShape.Vector(shape.size()) : shape;
    }

    /** Whether the first layer for which it matters takes a vector. */
    boolean isFlattening() {
        return layers.stream()
                .map(PlacedLayer::layer)
                .filter(layer -> !layer.isForAnyShape())
                .findFirst()
                .filter(SettledLayer::isFlattening)
                .isPresent();
    }

    /**
     * The same without dropout. Within branches something that does nothing takes its place, for what is there decides the
     * order of a graph's parameters, and so their initial values.
     */
    public LayerSequence withoutDropout() {
        return new LayerSequence(layers.stream()
                .filter(placed -> !(placed.layer() instanceof Dropout))
                .map(LayerSequence::branchesWithoutDropout)
                .toList());
    }

    private static PlacedLayer branchesWithoutDropout(PlacedLayer placed) {
        if (placed.layer() instanceof Residual residual) {
            return placed.with(new Residual(residual.branch().idleDropout()));
        } else if (placed.layer() instanceof SharedTowers towers) {
            return placed.with(new SharedTowers(towers.inputs(), towers.tower().idleDropout()));
        }
        return placed;
    }

    private LayerSequence idleDropout() {
        return new LayerSequence(layers.stream()
                .map(placed -> placed.layer() instanceof Dropout
                        ? placed.with(new ActivationOnly(ActivationFunction.IDENTITY))
                        : branchesWithoutDropout(placed))
                .toList());
    }
}

package dev.touchstone.model.layer;

/** The last layer; its loss, and so what it is in DL4J, is the task's. */
public record Output(int answers) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        return new RowShape.Vector(answers);
    }

    @Override
    public boolean isFlattening() {
        return true;
    }
}

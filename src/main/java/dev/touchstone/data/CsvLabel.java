package dev.touchstone.data;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One label column: of classes, or of numbers to predict. */
final class CsvLabel implements CsvLabels {
    private final String name;
    private final Task.@Nullable Kind stated;
    private final CsvMistakes mistakes;
    private final LabelColumn labels = new LabelColumn();

    /** @param stated null when the cells are to tell the task */
    CsvLabel(String name, Task.@Nullable Kind stated, CsvMistakes mistakes) {
        this.name = name;
        this.stated = stated;
        this.mistakes = mistakes;
    }

    @Override
    public void add(List<String> cells, long line) {
        String label = cells.get(0);
        if (MissingCells.isMissing(label)) {
            mistakes.cell(line, name, label, "a label");
        } else if (stated == Task.Kind.REGRESSION && !LabelColumn.isNumber(label)) {
            mistakes.cell(line, name, label, "a number, for the spec says task: regression");
        }
        labels.add(label);
    }

    @Override
    public Labelled labelled() {
        if (Objects.requireNonNullElseGet(stated, labels::kind) == Task.Kind.REGRESSION) {
            return new Labelled(new Targets.Values(labels.numbers()), List.of());
        }
        labels.noClasses().ifPresent(why -> mistakes.column(name, why));
        List<String> classNames = labels.classNames();
        return new Labelled(new Targets.Classes(labels.labels()), classNames);
    }
}

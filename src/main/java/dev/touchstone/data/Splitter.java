package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.List;

/** Divides rows into train, validation and test as a spec says. */
public final class Splitter {
    private final SplitSpec spec;

    public Splitter(SplitSpec spec) {
        this.spec = spec;
    }

    /**
     * The division of a data set; the same rows and spec always give the same.
     *
     * @throws UserError when a split that the spec wants would have no row, or the deciding column does not do
     */
    public Split split(Dataset dataset) {
        Split split = divide(dataset);
        for (int part = 0; part < Split.NAMES.size(); part++) {
            if (split.part(part).length == 0) {
                refuseEmpty(part, dataset.rows().count());
            }
        }
        return split;
    }

    private Split divide(Dataset dataset) {
        SplitBy by = spec.by();
        List<String> cells = dataset.deciding();
        if (by instanceof SplitBy.Group group) {
            return new GroupSplit(spec, group.named()).split(cells);
        } else if (by instanceof SplitBy.Time time) {
            return new TimeSplit(spec, time.named(), time.gap()).split(cells);
        } else if (by instanceof SplitBy.Parts parts) {
            return new PartsSplit(new RandomSplit(spec, parts.stratify()))
                    .split(cells, dataset.rows().targets());
        } else if (by instanceof SplitBy.Given) {
            return Split.of(cells.stream().mapToInt(Split.NAMES::indexOf).toArray());
        }
        return new RandomSplit(spec, ((SplitBy.Chance) by).stratify())
                .split(dataset.rows().targets());
    }

    private void refuseEmpty(int part, int rows) {
        String name = Split.NAMES.get(part);
        if (spec.by() instanceof SplitBy.Given given) {
            // A column without a row of test is a study without a test split.
            if (!name.equals("test")) {
                throw new UserError(given.named().where() + ": column '"
                        + given.named().name() + "' puts no row into " + name + ", expected at least one");
            }
        } else if (spec.shares().get(part) > 0) {
            String gap = spec.by() instanceof SplitBy.Time time && time.gap() > 0
                    ? " with a gap of " + time.gap() + " rows"
                    : "";
            throw new UserError("data: split: " + name + ": a share of "
                    + spec.shares().get(part) + " of " + rows + " rows" + gap
                    + " is no row, expected more rows or a larger share");
        }
    }
}

package dev.touchstone.cli;

import dev.touchstone.base.Seed;
import dev.touchstone.cli.text.DataPage;
import dev.touchstone.cli.text.Figures;
import dev.touchstone.data.PreparedData;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Gates;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.DataInWords;
import dev.touchstone.study.ReadSpec;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One assignment of a spec: the values that were set, and the centre of its range for every other parameter. */
record ChosenAssignment(StudySpec spec, Assignment assignment, PreparedData data) {
    /** Reads the spec and its data; tells its warnings, what nobody set, and what the data were taken for. */
    static ChosenAssignment of(SpecArgument file, PrintWriter err) {
        Overrides overrides = file.overrides(null, null);
        ReadSpec read = file.read(overrides, err);
        Assignment assignment = read.spec().space().centre();
        Map<String, Object> centred = new LinkedHashMap<>(assignment.values());
        centred.keySet().removeAll(overrides.set().keySet());
        if (!centred.isEmpty()) {
            err.println("At the centre of their ranges: " + Figures.assignment(new Assignment(centred)));
        }
        PreparedData data = Studies.prepare(read.spec()).data();
        DataPage.lines(DataInWords.summary(read.spec(), data)).forEach(err::println);
        return new ChosenAssignment(read.spec(), assignment, data);
    }

    /** What the gates say under some policies; of the learning-rate range, all that can be told. */
    List<GateResult> judge(GateSpec policies) {
        Seed seed = new Seed(spec.search().seed()).derive("check");
        return new Gates(policies)
                .judge(spec.task(data).subject(assignment, seed).askingForInterval(), result -> {});
    }
}

package dev.touchstone.study;

import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;

/** Reads the {@code search} section of a spec, which the command line may overrule. */
final class SearchSpecReader {
    private SearchSpecReader() {}

    static SearchSpec read(SpecNode.Mapping section, Overrides overrides, Problems problems) {
        SearchSpec usual = SearchSpec.DEFAULT;
        int trials = section.whole("trials").orElse(usual.trials());
        long seed = section.get("seed").flatMap(SpecNode::asLong).orElse(usual.seed());
        if (overrides.trials() != null && overrides.trials() < 1) {
            problems.addFlag("--trials " + overrides.trials(), "expected a whole number from 1");
        }
        return new SearchSpec(
                section.text("sampler").orElse(usual.sampler()),
                overrides.trials() == null ? trials : overrides.trials(),
                overrides.seed() == null ? seed : overrides.seed());
    }
}

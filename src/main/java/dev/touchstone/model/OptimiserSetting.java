package dev.touchstone.model;

import dev.touchstone.spec.SpecName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an optimiser can be told beside its learning rate; a space knows each by its name. */
public enum OptimiserSetting {
    /** Share of the last step that the next one keeps. */
    MOMENTUM(Requirement.SHARE_BELOW_ONE),
    /** Share of the running mean of gradients that a step keeps. */
    BETA1(Requirement.SHARE_BELOW_ONE),
    /** Share of the running mean (or maximum) of squared gradients that a step keeps. */
    BETA2(Requirement.SHARE_BELOW_ONE),
    /** What keeps a division by small gradients in bounds. */
    EPSILON(Requirement.POSITIVE),
    /** Share of the running mean of squared gradients that a step keeps, where there is no mean of gradients. */
    RHO(Requirement.SHARE_BELOW_ONE);

    @SuppressWarnings("ImmutableEnumChecker") // a requirement's test keeps nothing
    private final Requirement requirement;

    OptimiserSetting(Requirement requirement) {
        this.requirement = requirement;
    }

    Requirement requirement() {
        return requirement;
    }

    public String specName() {
        return SpecName.of(this);
    }

    static Optional<OptimiserSetting> named(String name) {
        return SpecName.find(OptimiserSetting.class, name);
    }

    /** The optimisers that take it. */
    List<Optimiser> optimisers() {
        return Arrays.stream(Optimiser.values())
                .filter(optimiser -> optimiser.defaults().containsKey(this))
                .toList();
    }
}

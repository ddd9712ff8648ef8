package dev.touchstone.model;

import dev.touchstone.spec.SpecName;

/** What the {@code regularisation} section can name. Noise of inputs and labels is augmentation, of activations a layer. */
public enum RegularisationKind {
    /** Share of the learning rate by which each step shrinks weights, whatever the optimiser (Loshchilov and Hutter 2019). */
    WEIGHT_DECAY(Requirement.NOT_NEGATIVE),
    /** Times the weights is added to the gradient, which the optimiser then scales as it does the rest. */
    L2(Requirement.NOT_NEGATIVE),
    /** Times the weights' signs is added to the gradient. */
    L1(Requirement.NOT_NEGATIVE),
    /** Largest Euclidean norm of the weights that go into a unit (Srebro and Shraibman 2005); 0 for none. */
    MAX_NORM(Requirement.NOT_NEGATIVE),
    /** Share of the weights that are left out in each training step (Wan et al. 2013). */
    DROP_CONNECT(Requirement.SHARE_BELOW_ONE),
    /** Standard deviation of the noise that is added to weights in each training step. */
    WEIGHT_NOISE(Requirement.NOT_NEGATIVE),
    /** Variance of the noise that is added to the gradient of the first step (Neelakantan et al. 2015). */
    GRADIENT_NOISE(Requirement.NOT_NEGATIVE);

    @SuppressWarnings("ImmutableEnumChecker") // a requirement's test keeps nothing
    private final Requirement requirement;

    RegularisationKind(Requirement requirement) {
        this.requirement = requirement;
    }

    Requirement requirement() {
        return requirement;
    }

    public String specName() {
        return SpecName.of(this);
    }
}

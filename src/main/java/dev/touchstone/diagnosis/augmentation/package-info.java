/**
 * Whether augmentation keeps labels right, measured by training small networks on train rows and asking them of validation
 * rows. Part of floor 4; knows {@code data}, {@code model}, {@code training} and the findings of {@code diagnosis}.
 */
@NullMarked
package dev.touchstone.diagnosis.augmentation;

import org.jspecify.annotations.NullMarked;

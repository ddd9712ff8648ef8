package dev.touchstone.data.factory;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A user's class that makes something of nothing, a {@link Supplier}. What it makes may be of its own classes, so they stay
 * loaded.
 *
 * @param key of the spec that names it
 * @param className in full, such as {@code org.example.MySpace}
 */
public record UserSupplier(String key, String className, ClassPath classPath) {
    /**
     * What it makes; nothing when the class is no supplier.
     *
     * @throws dev.touchstone.base.UserError when nothing says where the class is from, it is missing, or its code throws
     */
    public Optional<Object> get() {
        classPath.require(key, className);
        UserCode code = new UserCode(className);
        UserType<?> type = new UserType<>(key, Supplier.class, "java.util.function.Supplier");
        if (!type.matches(className, classPath.kept(), classPath)) {
            return Optional.empty();
        }
        Supplier<?> supplier = (Supplier<?>) type.instance(code, classPath.kept(), classPath);
        return Optional.ofNullable(code.run("get()", supplier::get));
    }
}

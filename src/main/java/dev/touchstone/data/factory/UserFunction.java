package dev.touchstone.data.factory;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A user's class that makes something of named values, a {@link Function} of a map. What it makes may be of its own classes,
 * so they stay loaded.
 *
 * @param key of the spec that names it
 * @param className in full, such as {@code org.example.MyNetwork}
 */
public record UserFunction(String key, String className, ClassPath classPath) {
    /**
     * What it makes.
     *
     * @throws dev.touchstone.base.UserError when the class is missing or no such function, or its code throws
     */
    @SuppressWarnings(
            "unchecked") // of what it is a function, Java cannot tell; it throws itself when of something else
    public @Nullable Object apply(Map<String, Object> values) {
        classPath.require(key, className);
        UserCode code = new UserCode(className);
        UserType<?> type =
                new UserType<>(key, Function.class, "java.util.function.Function<Map<String, Object>, Object>");
        Function<Map<String, Object>, ?> function =
                (Function<Map<String, Object>, ?>) type.instance(code, classPath.kept(), classPath);
        return code.run("apply()", () -> function.apply(values));
    }
}

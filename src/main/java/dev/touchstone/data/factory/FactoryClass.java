package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A class that is said to be a factory.
 *
 * @param loader of the user's own classes
 */
record FactoryClass(String className, ClassLoader loader, UserCode code) {
    private static final String EXPECTED = "a public class with a public constructor without parameters that implements"
            + " java.util.function.Supplier<DataSetIterator>";

    /**
     * A new instance.
     *
     * @param classPath that the loader loads from, for hints
     * @throws UserError when there is no such class, or it is no factory
     */
    Supplier<?> instance(ClassPath classPath) {
        Class<?> type = type(classPath);
        code.run("loading it", () -> flaw(type)).ifPresent(flaw -> {
            throw new UserError(className + ": found " + flaw + ", expected " + EXPECTED);
        });
        return (Supplier<?>)
                code.run("its constructor", () -> type.getConstructor().newInstance());
    }

    private Class<?> type(ClassPath classPath) {
        Class<?> type;
        try {
            type = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw new UserError(
                    "data: source: class: there is no class " + className + " on --classpath"
                            + ClassNames.of(classPath).hint(className),
                    e);
        } catch (LinkageError e) {
            throw new UserError(className + ": cannot be loaded: " + e.getMessage(), e);
        }
        if (type.getClassLoader() != loader) {
            throw new UserError("data: source: class: " + className + " is a class of Touchstone's own or of Java,"
                    + " expected one of yours, from --classpath");
        }
        return type;
    }

    /** What keeps a class from being a factory. */
    private static Optional<String> flaw(Class<?> type) {
        if (!Supplier.class.isAssignableFrom(type)) {
            return Optional.of("a class that is no Supplier");
        } else if (!Modifier.isPublic(type.getModifiers())) {
            return Optional.of("a class that is not public");
        } else if (Modifier.isAbstract(type.getModifiers())) {
            return Optional.of("an abstract class");
        }
        return Stream.of(type.getConstructors()).noneMatch(constructor -> constructor.getParameterCount() == 0)
                ? Optional.of("a class without such a constructor")
                : Optional.empty();
    }
}

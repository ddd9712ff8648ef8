package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a class of a user's is to be: public, with a public constructor without parameters, and of a type. It is loaded only
 * from a class path that the command line names, never from Touchstone's own, because a spec is data and may not choose
 * what code runs.
 *
 * @param key of the spec that names the class
 * @param typeInWords the type with what it makes or takes
 */
record UserType<T>(String key, Class<T> type, String typeInWords) {
    private static final String EXPECTED =
            "a public class with a public constructor without parameters that implements ";

    /**
     * A new instance.
     *
     * @param loader of the class path
     * @param classPath for hints
     * @throws UserError when there is no such class, or it is of another type
     */
    T instance(UserCode code, ClassLoader loader, ClassPath classPath) {
        String className = code.className();
        Class<?> found = find(className, loader, classPath);
        code.run("loading it", () -> flaw(found)).ifPresent(flaw -> {
            throw new UserError(className + ": found " + flaw + ", expected " + EXPECTED + typeInWords);
        });
        return type.cast(
                code.run("its constructor", () -> found.getConstructor().newInstance()));
    }

    /**
     * Whether a class is of the type.
     *
     * @throws UserError when there is no such class
     */
    boolean matches(String className, ClassLoader loader, ClassPath classPath) {
        return type.isAssignableFrom(find(className, loader, classPath));
    }

    private Class<?> find(String className, ClassLoader loader, ClassPath classPath) {
        Class<?> found;
        try {
            found = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw new UserError(
                    key + ": there is no class " + className + " on --classpath"
                            + ClassNames.of(classPath).hint(className),
                    e);
        } catch (LinkageError e) {
            throw new UserError(className + ": cannot be loaded: " + e.getMessage(), e);
        }
        if (found.getClassLoader() != loader) {
            throw new UserError(key + ": " + className + " is a class of Touchstone's own or of Java,"
                    + " expected one of yours, from --classpath");
        }
        return found;
    }

    /** What keeps a class from being one. */
    private Optional<String> flaw(Class<?> found) {
        if (!type.isAssignableFrom(found)) {
            return Optional.of("a class that is no " + type.getSimpleName());
        } else if (!Modifier.isPublic(found.getModifiers())) {
            return Optional.of("a class that is not public");
        } else if (Modifier.isAbstract(found.getModifiers())) {
            return Optional.of("an abstract class");
        }
        return Stream.of(found.getConstructors()).noneMatch(constructor -> constructor.getParameterCount() == 0)
                ? Optional.of("a class without such a constructor")
                : Optional.empty();
    }
}

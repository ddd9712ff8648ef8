package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * A user's class that makes an iterator: public, with a public constructor without parameters, a {@link Supplier} of a
 * {@link DataSetIterator}. It is loaded only from a class path that the command line names, never from Touchstone's own,
 * because a spec is data and may not choose what code runs.
 *
 * @param className in full, such as {@code org.example.MyData}
 */
public record UserFactory(String className, ClassPath classPath) {
    private static final String EXPECTED = "a public class with a public constructor without parameters that implements"
            + " java.util.function.Supplier<DataSetIterator>";

    /**
     * Makes the iterator and reads it to its end.
     *
     * @param batches gets them one after the other
     * @return names of the labels in their order; none when the iterator knows none
     * @throws UserError when the class is missing or not such a factory, what it makes is no iterator, a batch is not
     *     what it should be, or its code throws
     */
    public List<String> read(Consumer<Batch> batches) {
        if (classPath.entries().isEmpty()) {
            throw new UserError("data: source: class: nothing says where " + className
                    + " is from; expected --classpath JAR_OR_FOLDER");
        }
        try (URLClassLoader loader = classPath.open()) {
            UserCode code = new UserCode(className);
            Supplier<?> factory = instance(type(loader), code);
            Object made = code.run("get()", factory::get);
            if (!(made instanceof DataSetIterator iterator)) {
                throw new UserError(className + ": get() gave "
                        + (made == null ? "null" : "a " + made.getClass().getName()) + ", expected a "
                        + DataSetIterator.class.getName());
            }
            read(iterator, code, batches);
            return labels(iterator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<?> type(URLClassLoader loader) {
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

    private Supplier<?> instance(Class<?> type, UserCode code) {
        code.run("loading it", () -> flaw(type)).ifPresent(flaw -> {
            throw new UserError(className + ": found " + flaw + ", expected " + EXPECTED);
        });
        return (Supplier<?>)
                code.run("its constructor", () -> type.getConstructor().newInstance());
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

    private void read(DataSetIterator iterator, UserCode code, Consumer<Batch> batches) {
        for (int number = 1; code.run("hasNext()", iterator::hasNext); number++) {
            BatchReader reader = new BatchReader(className, number);
            batches.accept(code.run("batch " + number, () -> reader.read(iterator.next())));
        }
    }

    /** DL4J's own iterators throw here when they know none, or give null. */
    private static List<String> labels(DataSetIterator iterator) {
        try {
            List<String> names = iterator.getLabels();
            return names == null ? List.of() : List.copyOf(names);
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}

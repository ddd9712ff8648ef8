package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import dev.touchstone.spec.OneLine;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs what a user wrote, and says of what it throws how its author finds the place. */
record UserCode(String className) {
    private static final int DEEPEST = 100; // causes can go in a circle

    /**
     * Takes one step.
     *
     * @param step what is run, for the message: {@code get()}
     * @throws UserError when it throws anything: one line with what, and the first place in the user's own classes
     */
    <T> T run(String step, Callable<T> code) {
        try {
            return code.call();
        } catch (UserError e) {
            throw e;
        } catch (Throwable e) { // whatever a user's code throws, an Error too, is the user's to mend
            throw new UserError(OneLine.of(className + ": " + step + " throws " + inWords(thrown(e))), e);
        }
    }

    /** What the user's code itself threw: reflection and static initialisers wrap it. */
    private static Throwable thrown(Throwable e) {
        boolean wrapper = e instanceof InvocationTargetException || e instanceof ExceptionInInitializerError;
        Throwable cause = e.getCause();
        return wrapper && cause != null ? thrown(cause) : e;
    }

    private static String inWords(Throwable e) {
        Throwable root = root(e);
        String told = e.toString().contains(root.toString()) ? e.toString() : e + ", caused by " + root;
        return told + place(root).or(() -> place(e)).orElse("");
    }

    private static Throwable root(Throwable e) {
        return Stream.iterate(e, Throwable::getCause)
                .takeWhile(cause -> cause != null)
                .limit(DEEPEST)
                .reduce(e, (outer, inner) -> inner);
    }

    private static Optional<String> place(Throwable e) {
        return Stream.of(e.getStackTrace())
                .filter(frame -> ClassPath.LOADER.equals(frame.getClassLoaderName()))
                .findFirst()
                .map(frame -> ", at " + frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName()
                        + ":" + frame.getLineNumber() + ")");
    }
}

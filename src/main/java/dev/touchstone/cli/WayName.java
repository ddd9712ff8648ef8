package dev.touchstone.cli;

import dev.touchstone.ensemble.Way;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A way to make an ensemble by its name, in whatever case. */
final class WayName implements ITypeConverter<Way> {
    @Override
    public Way convert(String text) {
        return SpecName.find(Way.class, text.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(text));
    }

    private static TypeConversionException unknown(String text) {
        List<String> names = SpecName.all(Way.class);
        return new TypeConversionException(
                "expected " + String.join(", ", names) + "; found '" + text + "'" + Nearest.hint(text, names));
    }
}

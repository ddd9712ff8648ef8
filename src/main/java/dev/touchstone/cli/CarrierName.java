package dev.touchstone.cli;

import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A carrier by its name, in whatever case. */
final class CarrierName implements ITypeConverter<Carrier> {
    @Override
    public Carrier convert(String text) {
        return SpecName.find(Carrier.class, text.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(text));
    }

    private static TypeConversionException unknown(String text) {
        List<String> names = SpecName.all(Carrier.class);
        return new TypeConversionException(
                "expected " + String.join(" or ", names) + ", found '" + text + "'" + Nearest.hint(text, names));
    }
}

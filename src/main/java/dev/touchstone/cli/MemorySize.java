package dev.touchstone.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Bytes as users write them: a whole number with k, m or g, powers of 1,024 as for Java's own options. */
final class MemorySize implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})([kmg])", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "kmg";
    private static final int BITS = 10;

    @Override
    public Long convert(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new TypeConversionException("expected a size such as 2g or 800m, found '" + text + "'");
        }
        int unit = UNITS.indexOf(size.group(2).toLowerCase(Locale.ROOT)) + 1;
        return Long.parseLong(size.group(1)) << (BITS * unit);
    }
}

package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens a PNG or JPEG file, whichever its content is, with the JDK's decoders, and says why one cannot be read. */
final class ImageDecoder {
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final Path file;

    ImageDecoder(Path file) {
        this.file = file;
    }

    /** What is asked of a decoder. */
    interface Question<T> {
        T ask(ImageReader decoder) throws IOException;
    }

    /** The decoder's answer; a {@link UserError} when it has none, or has its doubts. */
    <T> T answer(Question<T> question) {
        try (InputStream bytes = SourceFile.open(file);
                ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            return answer(in, question);
        } catch (FileSystemException e) {
            throw SourceFile.unreadable(file, e);
        } catch (IOException | RuntimeException e) { // decoders fail with all sorts of them on damaged files
            throw new UserError(file + ": not a whole PNG or JPEG image" + reason(e), e);
        }
    }

    private static <T> T answer(ImageInputStream in, Question<T> question) throws IOException {
        ImageReader decoder = decoder(in);
        try {
            List<String> warnings = new ArrayList<>();
            decoder.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            decoder.setInput(in, true, true);
            T answer = question.ask(decoder);
            if (!warnings.isEmpty()) { // a JPEG file that is cut off is filled up with grey, and a warning
                throw new IIOException(warnings.get(0));
            }
            return answer;
        } finally {
            decoder.dispose();
        }
    }

    private static ImageReader decoder(ImageInputStream in) throws IOException {
        Iterator<ImageReader> decoders = ImageIO.getImageReaders(in);
        while (decoders.hasNext()) {
            ImageReader decoder = decoders.next();
            if (FORMATS.contains(decoder.getFormatName().toLowerCase(Locale.ROOT))) {
                return decoder;
            }
        }
        throw new IIOException("its content is something else");
    }

    private static String reason(Exception failure) {
        if (failure instanceof EOFException) {
            return ": it ends too early";
        }
        return failure instanceof IIOException ? ": " + failure.getMessage() : "";
    }
}

package dev.touchstone.bench.faults;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads data sets that were measured. */
final class RealTables {
    /** Those that come with Touchstone. */
    private static final Path FOLDER = Path.of("search-spaces", "data");

    /** Those that are for benchmarks alone. */
    private static final Path OTHERS = Path.of("src", "bench", "data");

    /** Vowels are told apart of speakers who are trained on, so that nobody needs to know who speaks. */
    private static final String SPEAKER = "speaker";

    private static final int PIXELS = 28;
    private static final int HALF = PIXELS / 2;

    private RealTables() {}

    private static Path file(String name) {
        Path own = FOLDER.resolve(name);
        return Files.exists(own) ? own : OTHERS.resolve(name);
    }

    /** A series, in the order of its file. */
    static Table series(String file) {
        return Table.read(file(file));
    }

    /** The same features once, whatever their labels: what is there twice could come into both parts. */
    static Table distinct(String file, String label) {
        Table table = Table.read(file(file)).without(SPEAKER);
        Set<String> seen = new HashSet<>();
        List<String[]> features = table.without(label).rows();
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < features.size(); row++) {
            if (seen.add(String.join(",", features.get(row)))) {
                rows.add(table.rows().get(row));
            }
        }
        return new Table(table.header(), rows);
    }

    /** Images of half the size, which take a quarter of the time. */
    static Table fashion(String label) {
        try (DataInputStream images = open("fashion-4000-images-idx3-ubyte.gz");
                DataInputStream labels = open("fashion-4000-labels-idx1-ubyte.gz")) {
            images.readInt();
            int count = images.readInt();
            images.readLong(); // the size of an image
            labels.readLong(); // kind and count
            List<String[]> rows = new ArrayList<>();
            for (int row = 0; row < count; row++) {
                String[] cells = halved(images.readNBytes(PIXELS * PIXELS));
                cells[HALF * HALF] = "c" + labels.readUnsignedByte();
                rows.add(cells);
            }
            return new Table(DrawnImages.header(HALF * HALF, label), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataInputStream open(String name) throws IOException {
        InputStream file = Files.newInputStream(FOLDER.resolve(name));
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)));
    }

    /** With a place left for the label. */
    private static String[] halved(byte... pixels) {
        String[] cells = new String[HALF * HALF + 1];
        for (int row = 0; row < HALF; row++) {
            for (int column = 0; column < HALF; column++) {
                int first = 2 * row * PIXELS + 2 * column;
                int sum = (pixels[first] & 0xFF)
                        + (pixels[first + 1] & 0xFF)
                        + (pixels[first + PIXELS] & 0xFF)
                        + (pixels[first + PIXELS + 1] & 0xFF);
                cells[row * HALF + column] = String.valueOf(sum / 4);
            }
        }
        return cells;
    }
}

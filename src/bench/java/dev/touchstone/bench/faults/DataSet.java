package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The data of programs: samples that are drawn from real tables, small enough for trainings of a second. */
enum DataSet {
    DIGITS("digits.csv", "digit", Kind.CLASSES, 500, 500),
    DIGITS_NUMBER("digits.csv", "digit", Kind.NUMBERS, 1000, 700),
    CANCER("breast-cancer.csv", "diagnosis", Kind.CLASSES, 320, 249),
    SPLICE("splice.csv", "class", Kind.CLASSES, 1500, 700),
    VOWEL("vowel.csv", "vowel", Kind.CLASSES, 700, 290),
    DIAMONDS("diamonds.csv", "price", Kind.NUMBERS, 2000, 1000),
    FASHION("fashion-4000-images-idx3-ubyte.gz", "class", Kind.CLASSES, 800, 500),
    CO2("mauna-loa-co2.csv", "co2_ppm", Kind.FORECAST, 0, 0);

    /** Column that says whether a row is for training or for validation. */
    static final String SPLIT = "split";

    static final String TRAIN = "train";
    static final String VALIDATION = "validation";

    /** Vowels are told apart of speakers who are trained on, so that nobody needs to know who speaks. */
    private static final String SPEAKER = "speaker";

    private static final int PIXELS = 28;
    private static final int HALF = PIXELS / 2;
    private static final Path FOLDER = Path.of("search-spaces", "data");
    private static final Map<DataSet, Table> READ = new HashMap<>();

    private final String file;
    private final String label;
    private final Kind kind;
    private final int train;
    private final int validation;

    enum Kind {
        CLASSES,
        NUMBERS,
        FORECAST
    }

    DataSet(String file, String label, Kind kind, int train, int validation) {
        this.file = file;
        this.label = label;
        this.kind = kind;
        this.train = train;
        this.validation = validation;
    }

    String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    boolean hasClasses() {
        return kind == Kind.CLASSES;
    }

    /** Whether each line of the file is a row of its own. */
    boolean isTable() {
        return kind != Kind.FORECAST;
    }

    /** Columns of numbers that networks learn from. */
    List<String> features() {
        return switch (this) {
            case SPLICE, CO2 -> List.of();
            case DIAMONDS -> List.of("carat", "depth", "table", "x", "y", "z");
            default -> whole().header().stream()
                    .filter(column -> !column.equals(label))
                    .toList();
        };
    }

    /** The sample of a split, its rows in random order; of a forecast the whole series. */
    Table draw(int split) {
        Table whole = whole();
        if (kind == Kind.FORECAST) {
            return whole.copy();
        }
        int[] order = new Seed(split).derive("sample").permutation(whole.rows().size());
        List<String[]> rows = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int row : Arrays.copyOf(order, Math.min(order.length, train + validation))) {
            parts.add(rows.size() < train ? TRAIN : VALIDATION);
            rows.add(whole.rows().get(row).clone());
        }
        return new Table(whole.header(), rows).with(SPLIT, parts);
    }

    private Table whole() {
        synchronized (READ) {
            return READ.computeIfAbsent(
                    this,
                    set -> set == FASHION
                            ? images()
                            : set.distinct(Table.read(FOLDER.resolve(set.file)).without(SPEAKER)));
        }
    }

    /** The same features once, whatever their labels: what is there twice could come into both parts. */
    private Table distinct(Table table) {
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
    private static Table images() {
        try (DataInputStream images = open("fashion-4000-images-idx3-ubyte.gz");
                DataInputStream labels = open("fashion-4000-labels-idx1-ubyte.gz")) {
            images.readInt();
            int count = images.readInt();
            images.readLong(); // the size of an image
            labels.readLong(); // kind and count
            List<String> header = new ArrayList<>();
            for (int pixel = 0; pixel < HALF * HALF; pixel++) {
                header.add("p" + pixel);
            }
            header.add(FASHION.label);
            List<String[]> rows = new ArrayList<>();
            for (int row = 0; row < count; row++) {
                String[] cells = halved(images.readNBytes(PIXELS * PIXELS));
                cells[HALF * HALF] = "c" + labels.readUnsignedByte();
                rows.add(cells);
            }
            return new Table(header, rows);
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

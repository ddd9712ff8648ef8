package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The data of programs: samples of real or drawn tables, small enough for trainings of a second. */
enum DataSet {
    DIGITS(label -> RealTables.distinct("digits.csv", label), "digit", Kind.CLASSES, 500, 500),
    DIGITS_NUMBER(label -> RealTables.distinct("digits.csv", label), "digit", Kind.NUMBERS, 1000, 700),
    CANCER(label -> RealTables.distinct("breast-cancer.csv", label), "diagnosis", Kind.CLASSES, 320, 249),
    SPLICE(label -> RealTables.distinct("splice.csv", label), "class", Kind.CLASSES, 1500, 700),
    SATELLITE(label -> RealTables.distinct("satellite.csv", label), "classes", Kind.CLASSES, 1000, 500),
    VEHICLE(label -> RealTables.distinct("vehicle.csv", label), "class", Kind.CLASSES, 550, 296),
    LETTERS(label -> RealTables.distinct("letters.csv", label), "letter", Kind.CLASSES, 1800, 500),
    CELLS(label -> RealTables.distinct("cells.csv", label), "class", Kind.CLASSES, 650, 350),
    CONCRETE(label -> RealTables.distinct("concrete.csv", label), "compressive_strength", Kind.NUMBERS, 680, 325),
    EARNINGS(label -> RealTables.distinct("wages.csv", label), "wage", Kind.NUMBERS, 330, 200),
    TEMPERATURES(label -> RealTables.series("temperatures.csv"), "fahrenheit", 26, 12),
    WEATHER(label -> RealTables.series("weather.csv"), "temp_max", 60, 60),
    HOUSES(DrawnTables::houses, "price", Kind.NUMBERS, 1500, 800),
    YIELDS(DrawnTables::yields, "yield", Kind.NUMBERS, 1000, 600),
    WAGES(DrawnTables::wages, "wage", Kind.NUMBERS, 600, 400),
    CLIENTS(DrawnTables::clients, "tariff", Kind.CLASSES, 800, 500),
    MIXTURE(DrawnClasses::mixture, "class", Kind.CLASSES, 600, 350),
    SPECTRA(DrawnClasses::spectra, "substance", Kind.CLASSES, 660, 400),
    DEMAND(DrawnSeries::demand, "units", 26, 12),
    WALK(DrawnSeries::walk, "price", 26, 12),
    LOAD(DrawnSeries::load, "megawatts", 26, 12),
    SHAPES(DrawnImages::shapes, "shape", Kind.CLASSES, 900, 500),
    TEXTURES(DrawnImages::textures, "texture", Kind.CLASSES, 700, 400),
    VOWEL(label -> RealTables.distinct("vowel.csv", label), "vowel", Kind.CLASSES, 700, 290),
    DIAMONDS(label -> RealTables.distinct("diamonds.csv", label), "price", Kind.NUMBERS, 2000, 1000),
    FASHION(RealTables::fashion, "class", Kind.CLASSES, 800, 500),
    CO2(label -> RealTables.series("mauna-loa-co2.csv"), "co2_ppm", 26, 12);

    /** Column that says whether a row is for training or for validation. */
    static final String SPLIT = "split";

    static final String TRAIN = "train";
    static final String VALIDATION = "validation";

    private static final Map<DataSet, Table> READ = new HashMap<>();

    @SuppressWarnings("ImmutableEnumChecker") // functions that hold nothing
    private final Origin origin;

    private final String label;
    private final Kind kind;
    private final int train;
    private final int validation;
    private final int length;
    private final int horizon;

    enum Kind {
        CLASSES,
        NUMBERS,
        FORECAST
    }

    /** Where the whole table comes from, told the name of its label. */
    interface Origin {
        Table whole(String label);
    }

    DataSet(Origin origin, String label, Kind kind, int train, int validation) {
        this(origin, label, kind, train, validation, 0, 0);
    }

    /** A series of which so many values foretell another. */
    DataSet(Origin origin, String label, int length, int horizon) {
        this(origin, label, Kind.FORECAST, 0, 0, length, horizon);
    }

    DataSet(Origin origin, String label, Kind kind, int train, int validation, int length, int horizon) {
        this.origin = origin;
        this.label = label;
        this.kind = kind;
        this.train = train;
        this.validation = validation;
        this.length = length;
        this.horizon = horizon;
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

    /** Values in a window of a series. */
    int length() {
        return length;
    }

    /** Steps from the end of a window to what is forecast. */
    int horizon() {
        return horizon;
    }

    /** Whether each line of the file is a row of its own. */
    boolean isTable() {
        return kind != Kind.FORECAST;
    }

    /** Columns of numbers that networks learn from. */
    List<String> features() {
        return isTable()
                ? whole().header().stream()
                        .filter(column -> !column.equals(label) && whole().isNumber(column))
                        .toList()
                : List.of();
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
            return READ.computeIfAbsent(this, set -> set.origin.whole(set.label));
        }
    }
}

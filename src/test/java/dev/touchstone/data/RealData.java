package dev.touchstone.data;

import java.nio.file.Path;
import java.util.List;

/** The real data sets beside the search spaces. */
final class RealData {
    private static final Path FOLDER = Path.of("search-spaces", "data");

    private RealData() {}

    static Source digits() {
        return new Source.Csv(FOLDER.resolve("digits.csv"), "digit");
    }

    static Source breastCancer() {
        return new Source.Csv(FOLDER.resolve("breast-cancer.csv"), "diagnosis");
    }

    static Source fashion() {
        return new Source.Idx(
                FOLDER.resolve("fashion-4000-images-idx3-ubyte.gz"),
                FOLDER.resolve("fashion-4000-labels-idx1-ubyte.gz"));
    }

    static Source vowel() {
        return new Source.Csv(FOLDER.resolve("vowel.csv"), "vowel");
    }

    static Dataset read(Source source) {
        List<Integer> shape = source.equals(digits()) ? List.of(1, 8, 8) : List.of();
        return new SourceReader().read(new DataSpec(source, shape, SplitSpec.DEFAULT, Normalisation.NONE));
    }
}

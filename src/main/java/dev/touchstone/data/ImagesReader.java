package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a folder of images, all of one size: sizes first, then what they show. Images are grey when all of them are, else
 * red, green and blue.
 */
final class ImagesReader {
    private static final String GREY = "p"; // as a pixel of other sources

    private static final List<String> CHANNELS = List.of("red", "green", "blue");

    /** What is held at once: all rows, and while the checks look at them train and validation in one. */
    private static final int HELD = 2;

    private final Path folder;
    private final SourceMistakes mistakes = new SourceMistakes();

    ImagesReader(Source.Images source) {
        folder = source.folder();
    }

    private record Image(ClassFolders.Member member, ImageHead head) {}

    /** What is wrong with the files is told of all of them at once. */
    Dataset read() {
        List<Image> images = lookAt(new ClassFolders(folder, mistakes).members());
        if (images.isEmpty()) {
            mistakes.refuse();
        }
        Dataset dataset = decode(ofOneSize(images));
        mistakes.refuse();
        return dataset;
    }

    private List<Image> lookAt(List<ClassFolders.Member> members) {
        List<Image> images = new ArrayList<>();
        for (ClassFolders.Member member : members) {
            try {
                images.add(new Image(member, new ImageFile(member.file()).head()));
            } catch (UserError e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        return images;
    }

    /** Those of the size that most have; the first one of two that as many have. */
    private List<Image> ofOneSize(List<Image> images) {
        Map<String, List<Image>> bySize = images.stream()
                .collect(Collectors.groupingBy(image -> image.head().size(), LinkedHashMap::new, Collectors.toList()));
        List<Image> most = bySize.values().stream()
                .reduce((first, second) -> first.size() >= second.size() ? first : second)
                .orElseThrow();
        String expected = most.get(0).head().size();
        images.stream()
                .filter(image -> !image.head().size().equals(expected))
                .forEach(image -> mistakes.add(image.member().file() + ": found "
                        + image.head().size() + " pixels, expected " + expected + " as " + most.size() + " of "
                        + images.size() + " images have"));
        return most;
    }

    private Dataset decode(List<Image> images) {
        ImageHead head = images.get(0).head();
        boolean grey = images.stream().allMatch(image -> image.head().grey());
        int channels = grey ? 1 : CHANNELS.size();
        int width = channels * head.pixels();
        refuseTooMany(images.size(), width);
        float[] features = new float[images.size() * width];
        LabelColumn labels = new LabelColumn();
        for (int row = 0; row < images.size(); row++) {
            ClassFolders.Member member = images.get(row).member();
            labels.add(member.className());
            try {
                System.arraycopy(new ImageFile(member.file()).values(channels), 0, features, row * width, width);
            } catch (UserError e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        return new Dataset(
                Column.numbers(names(grey, head)),
                labels.classNames(),
                List.of(channels, head.height(), head.width()),
                new Rows(width, features, labels.labels()),
                List.of(),
                0,
                images.stream().map(image -> image.member().name()).toList(),
                List.of());
    }

    private static List<String> names(boolean grey, ImageHead head) {
        List<Integer> grid = List.of(head.height(), head.width());
        return (grey ? List.of(GREY) : CHANNELS)
                .stream()
                        .flatMap(channel -> GridNames.of(channel, grid).stream())
                        .toList();
    }

    private void refuseTooMany(int images, int width) {
        long values = (long) images * width;
        long memory = Runtime.getRuntime().maxMemory();
        long most = Math.min(Integer.MAX_VALUE / Float.BYTES, memory / (HELD * Float.BYTES));
        if (values > most) {
            throw new UserError(folder + ": found " + images + " images of " + width + " values each, " + values
                    + " in all; expected at most " + most + " in a memory of " + (memory >> 20)
                    + " MB; scale the images down, or allow more by TOUCHSTONE_JAVA_OPTS=-Xmx4g");
        }
    }
}

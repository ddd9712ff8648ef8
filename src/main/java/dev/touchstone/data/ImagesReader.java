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

    /** What rows may take of the memory; checks and labels need some, too. */
    private static final double MOST_OF_MEMORY = 0.75;

    private final Path folder;
    private final SourceMistakes mistakes = new SourceMistakes();
    private final List<Image> images = new ArrayList<>();

    /** @param folder what too many images are told of */
    private ImagesReader(Path folder) {
        this.folder = folder;
    }

    /**
     * One image.
     *
     * @param split the split that its folder is for; empty when it is for all
     */
    private record Image(ClassFolders.Member member, ImageHead head, String split) {
        String name() {
            return split.isEmpty() ? member.name() : split + "/" + member.name();
        }
    }

    static Dataset read(Source.Images source) {
        ImagesReader reader = new ImagesReader(source.folder());
        reader.lookAt(source.folder(), "");
        return reader.read();
    }

    /** @param parts which are folders of images */
    static Dataset read(Source.Parts parts) {
        ImagesReader reader = new ImagesReader(((Source.Images) parts.first()).folder());
        for (Source.Parts.Part part : parts.parts()) {
            reader.lookAt(((Source.Images) part.source()).folder(), part.split());
        }
        return reader.read();
    }

    /** What is wrong with the files is told of all of them at once. */
    private Dataset read() {
        if (images.isEmpty()) {
            mistakes.refuse();
        }
        Dataset dataset = decode(ofOneSize());
        mistakes.refuse();
        return dataset;
    }

    private void lookAt(Path classes, String split) {
        for (ClassFolders.Member member : new ClassFolders(classes, mistakes).members()) {
            try {
                images.add(new Image(member, new ImageFile(member.file()).head(), split));
            } catch (UserError e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Those of the size that most have; the first one of two that as many have. */
    private List<Image> ofOneSize() {
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

    private Dataset decode(List<Image> alike) {
        ImageHead head = alike.get(0).head();
        boolean grey = alike.stream().allMatch(image -> image.head().grey());
        int channels = grey ? 1 : CHANNELS.size();
        int width = channels * head.pixels();
        refuseTooMany(alike.size(), width);
        float[] features = new float[alike.size() * width];
        LabelColumn labels = new LabelColumn();
        for (int row = 0; row < alike.size(); row++) {
            ClassFolders.Member member = alike.get(row).member();
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
                alike.stream()
                        .map(Image::split)
                        .filter(split -> !split.isEmpty())
                        .toList(),
                0,
                alike.stream().map(Image::name).toList());
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
        long most = (long) Math.min(Integer.MAX_VALUE, MOST_OF_MEMORY * memory) / Float.BYTES;
        if (values > most) {
            throw new UserError(folder + ": found " + images + " images of " + width + " values each, " + values
                    + " in all; expected at most " + most + " in a memory of " + (memory >> 20)
                    + " MB; scale the images down, or allow more by TOUCHSTONE_JAVA_OPTS=-Xmx4g");
        }
    }
}

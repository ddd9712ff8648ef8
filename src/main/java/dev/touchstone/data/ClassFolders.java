package dev.touchstone.data;

import dev.touchstone.base.UserError;
import dev.touchstone.spec.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The image files below a folder, by their class: each class is a folder with nothing but images in it. Hidden files are
 * passed over, and so is what lies beside the classes and is no image, such as a licence.
 */
final class ClassFolders {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

    private final Path folder;
    private final SourceMistakes mistakes;

    ClassFolders(Path folder, SourceMistakes mistakes) {
        this.folder = folder;
        this.mistakes = mistakes;
    }

    /** A file that is named as an image is, and the class that its folder gives it. */
    record Member(String className, Path file) {
        /** As the source's folder knows it. */
        String name() {
            return OneLine.of(className + "/" + nameOf(file));
        }
    }

    /** All of them: classes ascend as those of other sources do, files by name. */
    List<Member> members() {
        if (Files.isRegularFile(folder)) {
            throw new UserError(folder + ": a file, expected a folder that has a folder of images for each class");
        }
        List<Path> classes = new ArrayList<>();
        for (Path entry : visible(folder)) {
            if (Files.isDirectory(entry)) {
                classes.add(entry);
            } else if (isImage(entry)) {
                mistakes.add(entry + ": an image without a class, expected it in the folder of its class");
            }
        }
        if (classes.isEmpty()) {
            throw new UserError(folder + ": found no folder in it, expected one for each class, with images in it");
        }
        List<String> names =
                LabelColumn.ascending(classes.stream().map(ClassFolders::nameOf).toList());
        classes.sort(Comparator.comparingInt(entry -> names.indexOf(nameOf(entry))));
        List<Member> members = new ArrayList<>();
        classes.forEach(entry -> members.addAll(membersOf(entry)));
        return members;
    }

    private List<Member> membersOf(Path classFolder) {
        List<Member> members = new ArrayList<>();
        List<Path> entries = visible(classFolder);
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                mistakes.add(entry + ": a folder, expected only images in the folder of a class");
            } else if (isImage(entry)) {
                members.add(new Member(nameOf(classFolder), entry));
            } else {
                mistakes.add(entry + ": no image by its name, expected one that ends in " + String.join(", ", ENDINGS));
            }
        }
        if (entries.isEmpty()) {
            mistakes.add(classFolder + ": found no image, expected at least one of each class");
        }
        return members;
    }

    private static boolean isImage(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static List<Path> visible(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> visible = new ArrayList<>();
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!Files.isHidden(entry)) {
                    visible.add(entry);
                }
            }
            visible.sort(Comparator.comparing(ClassFolders::nameOf));
            return visible;
        } catch (IOException e) {
            throw SourceFile.unreadable(folder, e);
        }
    }

    private static String nameOf(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}

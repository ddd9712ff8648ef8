package dev.touchstone.store;

import dev.touchstone.base.Content;
import dev.touchstone.base.FileTrouble;
import dev.touchstone.base.Sha256;
import dev.touchstone.base.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Artefacts as files of a folder, {@code ab/abcdef…} for the digest {@code abcdef…}: two levels, because some file
 * systems are slow with many files in one folder.
 */
public final class FolderArtefacts implements ArtefactStore {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** @param folder created when the first artefact is put */
    public FolderArtefacts(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) {
        return put((Content) out -> out.write(content));
    }

    @Override
    public String put(Content content) {
        try {
            String id = Sha256.of(content);
            if (!isIntact(id)) {
                WholeFile.write(file(id), content);
            }
            return id;
        } catch (IOException e) {
            throw new StoreException("cannot write an artefact to " + folder + ": " + FileTrouble.inWords(e), e);
        }
    }

    private boolean isIntact(String id) throws IOException {
        return has(id) && Sha256.of(Files.readAllBytes(file(id))).equals(id);
    }

    @Override
    public byte[] get(String id) {
        return read(id, file -> ByteBuffer.wrap(Files.readAllBytes(file))).array();
    }

    @Override
    public ByteBuffer map(String id) {
        return read(id, FolderArtefacts::mapped);
    }

    private static ByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private interface Reading {
        ByteBuffer of(Path file) throws IOException;
    }

    private ByteBuffer read(String id, Reading reading) {
        if (!has(id)) {
            throw new StoreException("there is no artefact " + id + " in " + folder);
        }
        try {
            ByteBuffer content = reading.of(file(id));
            if (!new Sha256().add(content.duplicate()).hex().equals(id)) {
                throw new StoreException(
                        "artefact " + file(id)
                                + " is damaged: its content has another digest; put back a copy of the file, or delete the study");
            }
            return content;
        } catch (IOException e) {
            throw new StoreException("cannot read artefact " + file(id) + ": " + FileTrouble.inWords(e), e);
        }
    }

    @Override
    public boolean has(String id) {
        return Files.isRegularFile(file(id));
    }

    @Override
    public long size(String id) {
        try {
            return Files.size(file(id));
        } catch (IOException e) {
            throw new StoreException("cannot read artefact " + file(id) + ": " + FileTrouble.inWords(e), e);
        }
    }

    @Override
    public void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new StoreException("cannot delete artefact " + file(id) + ": " + FileTrouble.inWords(e), e);
        }
    }

    /** Where the artefact of a digest lies, relative to the folder; empty when the text is no digest. */
    public static Optional<String> path(String id) {
        return DIGEST.matcher(id).matches() ? Optional.of(id.substring(0, 2) + "/" + id) : Optional.empty();
    }

    private Path file(String id) {
        return path(id).map(folder::resolve)
                .orElseThrow(() -> new IllegalArgumentException("not an artefact's digest: " + id));
    }
}

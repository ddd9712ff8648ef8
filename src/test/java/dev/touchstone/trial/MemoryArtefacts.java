package dev.touchstone.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Artefacts of a test, which can be looked at and damaged. */
class MemoryArtefacts implements ArtefactSink {
    final Map<String, byte[]> kept = new LinkedHashMap<>();
    private int puts;

    @Override
    public String put(byte[] content) {
        puts++;
        kept.put("artefact " + puts, content);
        return "artefact " + puts;
    }

    @Override
    public byte[] get(String name) {
        byte[] content = kept.get(name);
        if (content == null) {
            throw new NoSuchElementException(name);
        }
        return content;
    }

    @Override
    public void delete(String name) {
        kept.remove(name);
    }
}

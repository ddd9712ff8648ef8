package dev.touchstone.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    @Test
    void refusalThatJavaTellsByThePathAlone_isPutInWords() {
        assertThat(FileTrouble.inWords(new AccessDeniedException("reports/digits")))
                .isEqualTo("reports/digits: permission denied");
        assertThat(FileTrouble.inWords(new NoSuchFileException("reports/digits")))
                .isEqualTo("reports/digits: it is not there");
    }

    @Test
    void refusalWithAReason_isTold() {
        assertThat(FileTrouble.inWords(new FileSystemException("reports", null, "Read-only file system")))
                .isEqualTo("reports: Read-only file system");
    }

    @Test
    void otherTrouble_keepsItsMessage() {
        assertThat(FileTrouble.inWords(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
    }
}

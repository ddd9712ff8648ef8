package dev.touchstone.study;

import java.util.List;

/**
 * What came of reading a spec file.
 *
 * @param text the file's text, to be kept with the study
 * @param warnings what the user should know, one line each
 */
public record ReadSpec(StudySpec spec, String text, List<String> warnings) {}

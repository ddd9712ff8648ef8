package dev.touchstone.report.html;

import dev.touchstone.base.WholeFile;
import dev.touchstone.report.ReportModel;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The report of a study as one HTML file that needs nothing beside it: no network, no other file, no script to be read.
 * The same model gives the same bytes. Safe for use by several threads.
 */
public final class HtmlReport {
    /** Where the build compiles the templates to; the package holds nothing else, because that build step empties it. */
    private static final String TEMPLATES = "dev.touchstone.report.page";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
    private final Assets assets = Assets.load();

    /** The page's text. */
    public String render(ReportModel model) {
        StringOutput output = new StringOutput();
        templates.render("report.jte", Page.of(model, assets), output);
        return output.toString();
    }

    /**
     * Writes the page whole, replacing an older one.
     *
     * @throws IOException when it cannot be written; an older page then stands
     */
    public void write(ReportModel model, Path file) throws IOException {
        WholeFile.write(file, render(model));
    }
}

package dev.touchstone.report.html;

import dev.touchstone.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Styles and scripts, written into the page because it must work without a network, and the policy that lets the
 * browser run these and nothing else.
 */
public record Assets(List<Asset> styles, List<Asset> scripts) {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

    /** Text of a file that is trusted because it is our own or a library's. */
    public record Asset(String text) {
        private String source() {
            byte[] digest = HexFormat.of().parseHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        }
    }

    static Assets load() {
        return new Assets(
                List.of(read(UPLOT + "uPlot.min.css"), read("page.css")),
                List.of(read(UPLOT + "uPlot.iife.min.js"), read("drawings.js"), read("charts.js"), read("tables.js")));
    }

    /** The content security policy: no request to anywhere, no script or style but these, no picture but in the page. */
    public String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " + sources(styles)
                + "; script-src " + sources(scripts);
    }

    private static String sources(List<Asset> assets) {
        return assets.stream().map(Asset::source).collect(Collectors.joining(" "));
    }

    private static Asset read(String resource) {
        try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            // A browser reads CR LF as LF before it takes the hash.
            return new Asset(new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

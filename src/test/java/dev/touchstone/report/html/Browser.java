package dev.touchstone.report.html;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine with a profile of its own; nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final Duration LOADED_WITHIN = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    Browser(Path profile) {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("CHROMIUM", "chromium", "chromium-browser", "google-chrome"));
        options.setCapability("goog:loggingPrefs", console);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + profile);
        // With the driver's path given, Selenium Manager is never asked and looks for nothing on the network.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("CHROMEDRIVER", "chromedriver")))
                .build();
        driver = new ChromeDriver(service, options);
    }

    private static String program(String variable, String... names) {
        String chosen = System.getenv(variable);
        if (chosen != null) {
            return chosen;
        }
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no " + names[0] + " on the PATH; install it or set " + variable));
    }

    /** Opens a page in a window whose viewport has this width. */
    void open(String page, int width) throws IOException {
        Path file = Files.createTempFile("report", ".html");
        file.toFile().deleteOnExit();
        Files.writeString(file, page);
        // Chromium's windows have a least width; the emulated viewport has none.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.manage().window().setSize(new Dimension(width, 900));
        driver.get(file.toUri().toString());
        // A busy machine's driver may come back before the end of the page is there.
        new WebDriverWait(driver, LOADED_WITHIN).until(loading -> "complete".equals(ask("return document.readyState")));
    }

    /** Makes pages believe that the user prefers {@code light} or {@code dark}. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What a script returns. */
    Object ask(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Everything the page or the browser complained about since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}

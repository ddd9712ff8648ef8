package dev.touchstone.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void linuxOnX86_namesTheModelOfTheFirstProcessor() {
        String list = """
                processor\t: 0
                model\t\t: 85
                model name\t: Intel(R) Xeon(R) Gold 6140: 2.30GHz
                processor\t: 1
                model name\t: another
                """;

        assertThat(Processor.model(list)).contains("Intel(R) Xeon(R) Gold 6140: 2.30GHz");
    }

    @Test
    void linuxOnArm_namesNone() {
        assertThat(Processor.model("processor\t: 0\nBogoMIPS\t: 50.00\n")).isEmpty();
    }

    @Test
    void words_nameArchitectureAndCores() {
        assertThat(Processor.inWords())
                .startsWith(System.getProperty("os.arch"))
                .contains(" cores");
    }
}

package dev.touchstone.study;

import dev.touchstone.base.Json;
import dev.touchstone.base.UserError;
import dev.touchstone.base.WholeFile;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import dev.touchstone.ensemble.Member;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.store.KeptEnsemble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * A trial's model as a folder that needs nothing but DL4J: {@code model.zip} with the network and its normaliser (of the
 * label, too, when it is a number), {@code model.json} that says what it is, and {@code Predict.java} that loads and
 * uses it.
 */
public record BestModel(Studies studies) {
    private static final String SNIPPET = "Predict.java";

    /**
     * Writes the folder, creating it when it is missing.
     *
     * @throws UserError when the trial has no model, or the folder holds other things
     */
    public void export(String study, int trial, Path folder) {
        TrialModel model = TrialModel.of(studies, study, trial);
        try {
            refuseOtherThings(folder);
            write(model, description(study, model), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model: " + e.getMessage(), e);
        }
    }

    /**
     * Writes an ensemble: a folder {@code member-1}, {@code member-2} and so on for each member, as for a trial, and
     * {@code model.json} that says how much each counts.
     *
     * @throws UserError when there is no such ensemble, or the folder holds other things
     */
    public void exportEnsemble(String study, int number, Path folder) {
        EnsembleModel model = EnsembleModel.of(studies, study, number);
        try {
            refuseOtherThings(folder);
            List<Map<String, Object>> members = new ArrayList<>();
            for (int i = 0; i < model.networks().size(); i++) {
                Member member = model.ensemble().members().get(i);
                TrialModel network = model.networks().get(i);
                String name = "member-" + (i + 1);
                write(network, memberDescription(study, network, member), folder.resolve(name));
                members.add(Map.of("folder", name, "trial", member.trial(), "weight", member.weight()));
            }
            WholeFile.write(
                    folder.resolve("model.json"), Json.pretty(description(study, model.kept(), members)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the models: " + e.getMessage(), e);
        }
    }

    private static void write(TrialModel model, Map<String, Object> description, Path folder) throws IOException {
        NetworkConfiguration configuration = configuration(model);
        WholeFile.write(folder.resolve("model.zip"), network(model, configuration));
        WholeFile.write(folder.resolve("model.json"), Json.pretty(description) + "\n");
        WholeFile.write(folder.resolve(SNIPPET), snippet(configuration));
    }

    /** What differs from the trial that the member was trained like. */
    private static Map<String, Object> memberDescription(String study, TrialModel model, Member member) {
        Map<String, Object> description = description(study, model);
        description.put("seed", member.seed());
        description.put("epochs", member.epochs());
        description.put(
                "validation",
                Map.of(model.spec().objective().metric(model.data().task()).specName(), member.value()));
        return description;
    }

    private static Map<String, Object> description(String study, KeptEnsemble kept, List<Map<String, Object>> members) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("study", study);
        description.put("ensemble", kept.number());
        description.put("way", kept.ensemble().way().specName());
        description.put("answer", "the sum of weight times what each member answers");
        description.put("members", members);
        description.put("validation", kept.ensemble().values());
        return description;
    }

    private static void refuseOtherThings(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError("--to " + folder + ": found a file, expected a folder");
        }
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve("model.json"))) {
            return;
        }
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new UserError(
                        "--to " + folder + ": the folder is not empty and holds no earlier model;" + " name a new one");
            }
        }
    }

    private static NetworkConfiguration configuration(TrialModel model) {
        PreparedData data = model.data();
        NetworkBuilder builder = NetworkBuilder.of(model.spec().model(), data);
        double rate = Hyperparameters.of(model.effective()).learningRate();
        NetworkConfiguration configuration = builder.regularised(
                model.effective(), new FixedSchedule(rate), model.trial().seed());
        configuration.useLossesOfDl4j();
        return configuration;
    }

    private static byte[] network(TrialModel model, NetworkConfiguration configuration) throws IOException {
        Model network = network(configuration);
        network.setParams(Nd4j.createFromArray(model.state().parameters()));
        // By way of a file: into a stream, DL4J flushes after it closed, which newer versions of Commons IO refuse.
        Path file = Files.createTempFile("touchstone-model", ".zip");
        try {
            ModelSerializer.writeModel(network, file.toFile(), false);
            ModelSerializer.addNormalizerToModel(file.toFile(), normaliser(model.data(), configuration));
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Model network(NetworkConfiguration configuration) {
        if (configuration instanceof NetworkConfiguration.Chain chain) {
            MultiLayerNetwork network = new MultiLayerNetwork(chain.chain());
            network.init();
            return network;
        }
        ComputationGraph network = new ComputationGraph(((NetworkConfiguration.Graph) configuration).graph());
        network.init();
        return network;
    }

    /** Every kind of normalisation subtracts an offset and divides by a scale, as DL4J's standardising one does. */
    private static NormalizerStandardize normaliser(PreparedData data, NetworkConfiguration configuration) {
        INDArray offset = row(data.normaliser().offset());
        INDArray scale = row(data.normaliser().scale());
        return configuration.learnt(data.task()) instanceof Task.Regression regression
                ? new NormalizerStandardize(offset, scale, row(regression.mean()), row(regression.deviation()))
                : new NormalizerStandardize(offset, scale);
    }

    private static INDArray row(float... numbers) {
        return Nd4j.createFromArray(new float[][] {numbers});
    }

    private static Map<String, Object> description(String study, TrialModel model) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("study", study);
        description.put("trial", model.trial().number());
        description.put("data", model.data().fingerprint());
        description.put("features", model.data().featureNames());
        description.put("columns", model.data().encoding().columns());
        description.put("task", model.data().task().words());
        description.put("classes", model.data().classNames());
        description.put("labels", model.data().labelNames());
        description.put("assignment", model.effective());
        description.put("seed", model.trial().seed());
        description.put(
                "validation", Objects.requireNonNull(model.trial().completed()).values());
        return description;
    }

    private static String snippet(NetworkConfiguration configuration) throws IOException {
        boolean chain = configuration instanceof NetworkConfiguration.Chain;
        String shape = configuration.inputShape().stream().map(String::valueOf).collect(Collectors.joining(", "));
        try (InputStream in = Objects.requireNonNull(BestModel.class.getResourceAsStream(SNIPPET + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{package}}", chain ? "multilayer" : "graph")
                    .replace("{{Network}}", chain ? "MultiLayerNetwork" : "ComputationGraph")
                    .replace("{{output}}", chain ? "output" : "outputSingle")
                    .replace("{{shape}}", "1, " + shape);
        }
    }
}

package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.spec.Quoted;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The optimiser that a model was compiled with, by its settings as Keras keeps them. Its rate is the trial's.
 *
 * @param config may lack any, which then are Keras 2's defaults
 */
record KerasOptimiser(JsonNode config) {
    /** Any rate: the trial decides. */
    private static final double ANY = 1;

    private static final double USUAL_EPSILON = 1e-7;
    private static final double USUAL_BETA1 = 0.9;
    private static final double USUAL_BETA2 = 0.999;
    private static final double USUAL_RHO = 0.9;
    private static final double USUAL_RHO_OF_ADADELTA = 0.95;

    /**
     * The updater of DL4J's that is like it; Adam where the model was not compiled.
     *
     * @throws KerasProblem when there is none
     */
    static IUpdater of(JsonNode training) {
        JsonNode stated = training.path("optimizer_config");
        String name = stated.path("class_name").asText("Adam");
        KerasOptimiser optimiser = new KerasOptimiser(stated.path("config"));
        if (optimiser.value("weight_decay", 0) != 0) {
            throw new KerasProblem("was compiled with a weight_decay of the optimiser, expected none;"
                    + " give the layers a kernel_regularizer");
        }
        return optimiser.updater(name.substring(name.lastIndexOf('>') + 1));
    }

    private IUpdater updater(String name) {
        double epsilon = value("epsilon", USUAL_EPSILON);
        double beta1 = value("beta_1", USUAL_BETA1);
        double beta2 = value("beta_2", USUAL_BETA2);
        return switch (name) {
            case "SGD" -> {
                double momentum = value("momentum", 0);
                yield momentum > 0 ? new Nesterovs(ANY, momentum) : new Sgd(ANY);
            }
            case "Adam" ->
                config.path("amsgrad").asBoolean()
                        ? new AMSGrad(ANY, beta1, beta2, epsilon)
                        : new Adam(ANY, beta1, beta2, epsilon);
            case "Adamax" -> new AdaMax(ANY, beta1, beta2, epsilon);
            case "Nadam" -> new Nadam(ANY, beta1, beta2, epsilon);
            case "Adagrad" -> new AdaGrad(ANY, epsilon);
            case "Adadelta" -> new AdaDelta(value("rho", USUAL_RHO_OF_ADADELTA), epsilon);
            case "RMSprop" -> new RmsProp(ANY, value("rho", USUAL_RHO), epsilon);
            default ->
                throw new KerasProblem("was compiled with the optimiser " + Quoted.of(name)
                        + ", expected SGD, Adam, Adamax, Nadam, Adagrad, Adadelta or RMSprop");
        };
    }

    private double value(String key, double usual) {
        JsonNode value = config.path(key);
        return value.isNumber() ? value.asDouble() : usual;
    }
}

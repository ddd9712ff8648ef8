"""Writes src/test/resources/keras/*.h5 as Keras 2 does: its configurations in its attributes, through h5py.

Two of them are enough to hold the two ways in which text is kept: bytes of a fixed length (Keras 2.2, a list of layers) and
text of any length (Keras 2.15, a functional network). Tests vary the configurations in Java.

    pip install h5py && python src/test/keras/make.py
"""

import json
import pathlib

import h5py
import numpy as np

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "keras"


def initialiser(name, **config):
    return {"class_name": name, "config": config}


def dense(name, units, activation, **more):
    return {
        "class_name": "Dense",
        "config": {
            "name": name,
            "trainable": True,
            "units": units,
            "activation": activation,
            "use_bias": True,
            "kernel_initializer": initialiser(
                "VarianceScaling", scale=1.0, mode="fan_avg", distribution="uniform", seed=None
            ),
            "bias_initializer": initialiser("Zeros"),
            "kernel_regularizer": None,
            "bias_regularizer": None,
            "activity_regularizer": None,
            "kernel_constraint": None,
            "bias_constraint": None,
            **more,
        },
    }


def convolution(name, filters, kernel):
    return {
        "class_name": "Conv2D",
        "config": {
            "name": name,
            "trainable": True,
            "dtype": "float32",
            "filters": filters,
            "kernel_size": [kernel, kernel],
            "strides": [1, 1],
            "padding": "same",
            "data_format": "channels_last",
            "dilation_rate": [1, 1],
            "groups": 1,
            "activation": "relu",
            "use_bias": True,
            "kernel_initializer": initialiser("GlorotUniform", seed=None),
            "bias_initializer": initialiser("Zeros"),
            "kernel_regularizer": None,
            "bias_regularizer": None,
            "activity_regularizer": None,
            "kernel_constraint": None,
            "bias_constraint": None,
        },
    }


def layer(kind, name, **config):
    return {"class_name": kind, "config": {"name": name, "trainable": True, "dtype": "float32", **config}}


def write(name, version, model, training, weights, encode):
    with h5py.File(FOLDER / name, "w", track_order=False) as file:
        file.attrs["keras_version"] = encode(version)
        file.attrs["backend"] = encode("tensorflow")
        file.attrs["model_config"] = encode(json.dumps(model))
        file.attrs["training_config"] = encode(json.dumps(training))
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = [each.encode() for each in weights]
        for each, shapes in weights.items():
            for kind, shape in shapes.items():
                group.create_dataset(f"{each}/{each}/{kind}:0", data=np.zeros(shape, "float32"))


chain = {
    "class_name": "Sequential",
    "config": [
        dense("dense_1", 16, "relu", batch_input_shape=[None, 64], dtype="float32"),
        {"class_name": "Dropout", "config": {"name": "dropout_1", "trainable": True, "rate": 0.2, "noise_shape": None, "seed": None}},
        dense("dense_2", 10, "linear"),
        {"class_name": "Activation", "config": {"name": "activation_1", "trainable": True, "activation": "softmax"}},
    ],
}
write(
    "chain.h5",
    "2.2.2",
    chain,
    {
        "optimizer_config": {
            "class_name": "SGD",
            "config": {"lr": 0.01, "momentum": 0.9, "decay": 0.0, "nesterov": True},
        },
        "loss": "categorical_crossentropy",
        "metrics": ["acc"],
        "sample_weight_mode": None,
        "loss_weights": None,
    },
    {"dense_1": {"kernel": (64, 16), "bias": (16,)}, "dense_2": {"kernel": (16, 10), "bias": (10,)}},
    lambda text: np.bytes_(text.encode()),
)


def called(made, *inputs):
    return {
        **made,
        "name": made["config"]["name"],
        "inbound_nodes": [[[each, 0, 0, {}] for each in inputs]] if inputs else [],
    }


graph = {
    "class_name": "Functional",
    "config": {
        "name": "model",
        "trainable": True,
        "layers": [
            called(
                {
                    "class_name": "InputLayer",
                    "config": {
                        "batch_input_shape": [None, 8, 8, 1],
                        "dtype": "float32",
                        "sparse": False,
                        "ragged": False,
                        "name": "input_1",
                    },
                }
            ),
            called(convolution("conv2d", 4, 3), "input_1"),
            called(convolution("conv2d_1", 4, 3), "conv2d"),
            called(layer("Add", "add"), "conv2d", "conv2d_1"),
            called(convolution("conv2d_2", 3, 1), "add"),
            called(layer("Concatenate", "concatenate", axis=-1), "add", "conv2d_2"),
            called(
                layer(
                    "BatchNormalization",
                    "batch_normalization",
                    axis=[3],
                    momentum=0.99,
                    epsilon=0.001,
                    center=True,
                    scale=True,
                    beta_initializer=initialiser("Zeros"),
                    gamma_initializer=initialiser("Ones"),
                    moving_mean_initializer=initialiser("Zeros"),
                    moving_variance_initializer=initialiser("Ones"),
                    beta_regularizer=None,
                    gamma_regularizer=None,
                    beta_constraint=None,
                    gamma_constraint=None,
                ),
                "concatenate",
            ),
            called(
                layer(
                    "MaxPooling2D",
                    "max_pooling2d",
                    pool_size=[2, 2],
                    padding="valid",
                    strides=[2, 2],
                    data_format="channels_last",
                ),
                "batch_normalization",
            ),
            called(layer("Flatten", "flatten", data_format="channels_last"), "max_pooling2d"),
            called(dense("dense", 10, "linear", dtype="float32"), "flatten"),
        ],
        "input_layers": [["input_1", 0, 0]],
        "output_layers": [["dense", 0, 0]],
    },
}
write(
    "graph.h5",
    "2.15.0",
    graph,
    {
        "loss": {
            "module": "keras.losses",
            "class_name": "SparseCategoricalCrossentropy",
            "config": {
                "reduction": "auto",
                "name": "sparse_categorical_crossentropy",
                "from_logits": True,
                "ignore_class": None,
                "fn": "sparse_categorical_crossentropy",
            },
            "registered_name": None,
        },
        "metrics": [["accuracy"]],
        "weighted_metrics": None,
        "loss_weights": None,
        "optimizer_config": {
            "module": "keras.optimizers",
            "class_name": "Adam",
            "config": {
                "name": "Adam",
                "weight_decay": None,
                "clipnorm": None,
                "learning_rate": 0.001,
                "beta_1": 0.9,
                "beta_2": 0.999,
                "epsilon": 1e-07,
                "amsgrad": False,
            },
            "registered_name": None,
        },
    },
    {"dense": {"kernel": (112, 10), "bias": (10,)}},
    str,
)

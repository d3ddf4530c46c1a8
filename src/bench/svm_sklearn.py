#!/usr/bin/env python3
"""Time of scikit-learn's OneClassSVM on the reference data, one thread: milliseconds for a fit and for scoring 10,000 images."""

import gzip
import sys
import time

import numpy
from sklearn.svm import OneClassSVM

SANDAL = 5


def read(folder, split):
    with gzip.open(f"{folder}/{split}-images-idx3-ubyte.gz") as file:
        images = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 784) / 255.0
    with gzip.open(f"{folder}/{split}-labels-idx1-ubyte.gz") as file:
        return images, numpy.frombuffer(file.read(), numpy.uint8, offset=8)


def plane(images):
    """Two numbers for each image: the means of its upper and of its lower half."""
    return numpy.column_stack([images[:, :392].mean(axis=1), images[:, 392:].mean(axis=1)])


def best(work, times):
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return result, min(seconds) * 1e3


def main():
    folder = sys.argv[1]
    images, labels = read(folder, "train")
    sandals = images[labels == SANDAL]
    test, _ = read(folder, "t10k")
    for name, training, scored in [("PIXELS", sandals, test), ("PLANE", plane(sandals), plane(test))]:
        model, fit = best(lambda: OneClassSVM(nu=0.5, gamma="scale").fit(training), 3)
        _, score = best(lambda: model.decision_function(scored), 2)
        print(name, f"{fit:.1f}", f"{score:.1f}")


if __name__ == "__main__":
    main()

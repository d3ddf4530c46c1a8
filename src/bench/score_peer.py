#!/usr/bin/env python3
"""Scoring in PyTorch, scikit-learn and NumPy, from a file of raw bytes to a file of scores: two processes, one BLAS thread each, each on its
half of the images. Arguments: folder of the IDX files, file of raw images, detector, number of images. Prints images per second, the time
to read and to write included, that to fit left out."""

import gzip
import multiprocessing
import os
import sys
import tempfile
import time

import numpy
import torch
from sklearn.svm import OneClassSVM

SIZES = [784, 128, 64, 32, 2, 32, 64, 128, 784]
ENCODER_MODULES, BLOCK, SANDAL = 8, 4096, 5


def sandals(folder):
    with gzip.open(f"{folder}/train-images-idx3-ubyte.gz") as file:
        images = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 784)
    with gzip.open(f"{folder}/train-labels-idx1-ubyte.gz") as file:
        labels = numpy.frombuffer(file.read(), numpy.uint8, offset=8)
    return (images[labels == SANDAL] / 255).astype(numpy.float32)


def network():
    torch.manual_seed(1)
    layers = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    layers[ENCODER_MODULES - 2].bias.data.fill_(6)
    layers[-1] = torch.nn.Sigmoid()
    return torch.nn.Sequential(*layers)


def start(folder, name, barrier):
    global MODEL, SVM, DETECTOR, BARRIER
    torch.set_num_threads(1)
    DETECTOR, MODEL, BARRIER = name, network(), barrier
    rows = sandals(folder)
    if name == "autoencoder":
        with torch.no_grad():
            rows = MODEL[:ENCODER_MODULES](torch.from_numpy(rows)).numpy()
    SVM = OneClassSVM(nu=0.5, gamma="scale").fit(rows)


def score(task):
    path, first, count = task
    BARRIER.wait()
    begin = time.perf_counter()
    with open(path, "rb") as images, tempfile.TemporaryFile() as out, torch.no_grad():
        images.seek(first * 784)
        for at in range(0, count, BLOCK):
            block = images.read(min(BLOCK, count - at) * 784)
            rows = numpy.frombuffer(block, numpy.uint8).reshape(-1, 784).astype(numpy.float32) / 255
            if DETECTOR == "autoencoder":
                pixels = torch.from_numpy(rows)
                embedding = MODEL[:ENCODER_MODULES](pixels)
                error = ((MODEL[ENCODER_MODULES:](embedding) - pixels) ** 2).mean(1).numpy()
                rows = embedding.numpy()
                out.write(rows.tobytes() + error.tobytes())
            out.write(SVM.decision_function(rows).tobytes())
    return begin, time.perf_counter()


def main():
    folder, path, detector, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    assert os.path.getsize(path) >= count * 784
    barrier = multiprocessing.Barrier(2)
    with multiprocessing.Pool(2, start, [folder, detector, barrier]) as pool:
        times = pool.map(score, [(path, 0, count // 2), (path, count // 2, count - count // 2)], chunksize=1)
    seconds = max(end for _, end in times) - min(begin for begin, _ in times)
    print(f"{count / seconds:.0f}")


if __name__ == "__main__":
    main()

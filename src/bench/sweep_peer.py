#!/usr/bin/env python3
"""The work of a whole sweep in PyTorch and scikit-learn: ten autoencoders and twenty one-class SVMs, each scoring all test images, and
the AUC of 90 pairs for both detectors. Two processes, one BLAS thread each. Prints the mean AUC of each detector."""

import gzip
import multiprocessing
import sys

import numpy
import torch
from sklearn.metrics import roc_auc_score
from sklearn.svm import OneClassSVM

SIZES = [784, 128, 64, 32, 2, 32, 64, 128, 784]
ENCODER_MODULES = 8
EPOCHS, BATCH = 50, 32


def read(folder, split):
    with gzip.open(f"{folder}/{split}-images-idx3-ubyte.gz") as file:
        images = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 784)
    with gzip.open(f"{folder}/{split}-labels-idx1-ubyte.gz") as file:
        return (images / 255).astype(numpy.float32), numpy.frombuffer(file.read(), numpy.uint8, offset=8)


def network():
    layers = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        linear = torch.nn.Linear(inputs, outputs)
        torch.nn.init.xavier_uniform_(linear.weight)
        torch.nn.init.zeros_(linear.bias)
        layers += [linear, torch.nn.ReLU()]
    layers[ENCODER_MODULES - 2].bias.data.fill_(6)
    layers[-1] = torch.nn.Sigmoid()
    return torch.nn.Sequential(*layers)


def embeddings(images, test):
    torch.manual_seed(1)
    model = network()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7)
    loss = torch.nn.MSELoss()
    images = torch.from_numpy(images)
    for _ in range(EPOCHS):
        for batch in images[torch.randperm(len(images))].split(BATCH):
            optimizer.zero_grad(set_to_none=True)
            loss(model(batch), batch).backward()
            optimizer.step()
    with torch.no_grad():
        encoder = model[:ENCODER_MODULES]
        return encoder(images).numpy(), encoder(torch.from_numpy(test)).numpy()


def model(task):
    detector, normal = task
    images, labels = TRAIN
    test, test_labels = TEST
    rows, scored = images[labels == normal], test
    if detector == "autoencoder":
        rows, scored = embeddings(rows, test)
    scores = OneClassSVM(nu=0.5, gamma="scale").fit(rows).decision_function(scored)
    aucs = []
    for abnormal in range(10):
        if abnormal != normal:
            pair = (test_labels == normal) | (test_labels == abnormal)
            aucs.append(roc_auc_score(test_labels[pair] == normal, scores[pair]))
    return detector, numpy.mean(aucs)


def start(folder):
    global TRAIN, TEST
    torch.set_num_threads(1)
    TRAIN, TEST = read(folder, "train"), read(folder, "t10k")


def main():
    tasks = [(detector, normal) for detector in ("autoencoder", "pixels") for normal in range(10)]
    with multiprocessing.Pool(2, start, [sys.argv[1]]) as pool:
        results = pool.map(model, tasks, chunksize=1)
    for detector in ("pixels", "autoencoder"):
        print(detector, f"{numpy.mean([auc for name, auc in results if name == detector]):.4f}")


if __name__ == "__main__":
    main()

"""AUC of one class against the rest, by scikit-learn: of exported scores, and of two detectors made again from the images.

Arguments: folder of the IDX files, the class's label, a CSV file with columns detector, label, decision_value. Prints name and AUC.
"""

import gzip
import sys

import numpy as np
from scipy.ndimage import correlate1d
from sklearn.covariance import LedoitWolf
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import NearestNeighbors


def images(folder, split):
    with gzip.open(f"{folder}/{split}-images-idx3-ubyte.gz") as file:
        pixels = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28)
    with gzip.open(f"{folder}/{split}-labels-idx1-ubyte.gz") as file:
        labels = np.frombuffer(file.read(), np.uint8, offset=8)
    return pixels / 255.0, labels


def blurred_roots(pixels):
    roots = np.sqrt(pixels)
    for axis in (1, 2):
        roots = correlate1d(roots, [0.25, 0.5, 0.25], axis=axis, mode="constant")
    return roots.reshape(len(roots), -1)


def neighbours(train, test):
    nearest = NearestNeighbors(n_neighbors=5, algorithm="brute").fit(blurred_roots(train))
    distances, _ = nearest.kneighbors(blurred_roots(test))
    return -distances.mean(axis=1)


def gaussian(train, test):
    fitted = LedoitWolf().fit(train.reshape(len(train), -1))
    return -fitted.mahalanobis(test.reshape(len(test), -1))


def main():
    folder, label, exported = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    train, train_labels = images(folder, "train")
    test, test_labels = images(folder, "t10k")
    own = train[train_labels == label]
    for make in (neighbours, gaussian):
        print("again", make.__name__, repr(roc_auc_score(test_labels == label, make(own, test))))
    table = np.genfromtxt(exported, delimiter=",", names=True, dtype=None, encoding="utf-8")
    for detector in np.unique(table["detector"]):
        rows = table[table["detector"] == detector]
        print("exported", detector, repr(roc_auc_score(rows["label"] == label, rows["decision_value"])))


main()

#!/usr/bin/env python3
"""Time of scikit-learn's NearestNeighbors on the reference data, one thread: milliseconds for the 5 nearest sandals to 10,000 images."""

import sys

import numpy
from sklearn.neighbors import NearestNeighbors
from svm_sklearn import SANDAL, best, read


def main():
    folder = sys.argv[1]
    images, labels = read(folder, "train")
    sandals = images[labels == SANDAL].astype(numpy.float32)
    test = read(folder, "t10k")[0].astype(numpy.float32)
    neighbours = NearestNeighbors(n_neighbors=5, algorithm="brute", n_jobs=1).fit(sandals)
    _, milliseconds = best(lambda: neighbours.kneighbors(test), 3)
    print("search", f"{milliseconds:.1f}")


if __name__ == "__main__":
    main()

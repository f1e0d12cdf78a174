#!/usr/bin/env python3
"""Trains and asks scikit-learn on feature matrices that `inkling features` wrote.

Writes what it measured as JSON, and beside it the neighbours that it found, for
`examples/benchmark/run against-sklearn`. Inkling's build needs none of this.
"""

import argparse
import json
import os
import platform
import time


def cores():
    """As many as this process may use, which is what Inkling takes."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("train", "train-labels", "test", "test-labels"):
        parser.add_argument("--" + name, required=True, metavar="FILE.npy")
    parser.add_argument("--out", required=True, metavar="FILE.json")
    parser.add_argument("--only", default="svm,knn,mlp")
    parser.add_argument("--c", type=float, default=10)
    parser.add_argument("--gamma", type=float, default=0.135)
    parser.add_argument("--k", type=int, default=3)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--target", type=float, default=0.01, help="error at which the MLP may stop")
    parser.add_argument("--most-epochs", type=int, default=100)
    parser.add_argument("--threads", type=int, default=cores(), help="default: as many as cores")
    parser.add_argument("--svm-test", type=int, help="digits for the slow SVM to answer; default: all")
    parser.add_argument("--repetitions", type=int, default=3, help="of answers; trainings are done once")
    return parser.parse_args()


options = arguments()
# Before NumPy loads its BLAS.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = str(options.threads)

import numpy  # noqa: E402
import sklearn  # noqa: E402
from sklearn.neighbors import KNeighborsClassifier  # noqa: E402
from sklearn.neural_network import MLPClassifier  # noqa: E402
from sklearn.svm import SVC  # noqa: E402


def timed(work):
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def answers(classifier, test, labels):
    seconds = []
    for _ in range(options.repetitions):
        predicted, taken = timed(lambda: classifier.predict(test))
        seconds.append(taken)
    return {
        "predictSeconds": seconds,
        "answered": len(test),
        "errors": int((predicted != labels).sum()),
    }


def svm(train, train_labels, test, labels):
    count = options.svm_test or len(test)
    classifier = SVC(kernel="rbf", C=options.c, gamma=options.gamma, tol=1e-3, cache_size=1000)
    _, seconds = timed(lambda: classifier.fit(train, train_labels))
    return {
        "trainSeconds": [seconds],
        "supportVectors": int(classifier.support_.size),
        **answers(classifier, test[:count], labels[:count]),
    }


def knn(train, train_labels, test, labels):
    classifier = KNeighborsClassifier(options.k, algorithm="brute", n_jobs=options.threads)
    _, seconds = timed(lambda: classifier.fit(train, train_labels))
    neighbors = classifier.kneighbors(test, return_distance=False)
    name = os.path.splitext(os.path.basename(options.out))[0] + "-neighbors.npy"
    folder = os.path.dirname(os.path.abspath(options.out))
    numpy.save(os.path.join(folder, name), neighbors.astype("<i4"))
    return {
        "trainSeconds": [seconds],
        "neighbors": name,
        **answers(classifier, test, labels),
    }


def mlp(train, train_labels, test, labels):
    """Epoch by epoch; what it takes to look at the error is not counted."""
    classifier = MLPClassifier((options.hidden,), random_state=1)
    spent, errors, epoch = 0.0, len(labels), 0
    history = []
    while errors > options.target * len(labels) and epoch < options.most_epochs:
        epoch += 1
        _, seconds = timed(
            lambda: classifier.partial_fit(train, train_labels, classes=numpy.arange(10))
        )
        spent += seconds
        errors = int((classifier.predict(test) != labels).sum())
        history.append({"seconds": spent, "errors": errors})
    return {
        "reached": errors <= options.target * len(labels),
        "epochs": epoch,
        "seconds": spent,
        "errors": errors,
        "history": history,
    }


def main():
    matrices = [
        numpy.load(file)
        for file in (options.train, options.train_labels, options.test, options.test_labels)
    ]
    report = {
        "sklearn": sklearn.__version__,
        "numpy": numpy.__version__,
        "python": platform.python_version(),
        "settings": {
            "train": os.path.abspath(options.train),
            "trainLabels": os.path.abspath(options.train_labels),
            "test": os.path.abspath(options.test),
            "testLabels": os.path.abspath(options.test_labels),
            "c": options.c,
            "gamma": options.gamma,
            "k": options.k,
            "hidden": options.hidden,
            "target": options.target,
            "threads": options.threads,
        },
    }
    for task in (svm, knn, mlp):
        if task.__name__ in options.only.split(","):
            print("scikit-learn:", task.__name__, flush=True)
            report[task.__name__] = task(*matrices)
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(report, file, indent=2)


main()

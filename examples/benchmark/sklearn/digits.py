#!/usr/bin/env python3
"""Writes the 1,797 digits that come with scikit-learn as folders of pictures, 40 x 40.

They are by 13 writers whom no model of Inkling has seen, and of 8 x 8 pixels: OUT/grey has them
enlarged to 32 x 32, OUT/binary in black and white. Needs scikit-learn and OpenCV for Python.
"""

import argparse
import os

import cv2
import numpy
from sklearn.datasets import load_digits

MARGIN = 4
SIDE = 32
STEPS = 16
THRESHOLD = 110


def framed(picture):
    return cv2.copyMakeBorder(
        picture.astype(numpy.uint8), *[MARGIN] * 4, cv2.BORDER_CONSTANT, value=0)


def enlarged(levels, side):
    return cv2.resize(levels, (side, side), interpolation=cv2.INTER_CUBIC)


def binary(levels):
    smooth = cv2.GaussianBlur(enlarged(levels, 2 * SIDE), (0, 0), 2)
    return (cv2.resize(smooth, (SIDE, SIDE), interpolation=cv2.INTER_AREA) > THRESHOLD) * 255


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("out", metavar="OUT")
out = parser.parse_args().out
digits = load_digits()
for number, (image, label) in enumerate(zip(digits.images, digits.target)):
    levels = (image / STEPS * 255).astype(numpy.float32)
    for kind, picture in (
        ("grey", numpy.clip(enlarged(levels, SIDE), 0, 255)),
        ("binary", binary(levels)),
    ):
        folder = os.path.join(out, kind, str(label))
        os.makedirs(folder, exist_ok=True)
        cv2.imwrite(os.path.join(folder, f"{number:04d}.png"), framed(picture))

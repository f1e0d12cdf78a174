/** Convolutional networks on PyTorch, which DJL calls; neither appears in a public signature. */
package io.github.inkling.classifiers.cnn;
